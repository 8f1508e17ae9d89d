import { expect, test } from "vitest";
import { messageIn } from "./protocol";

const host = {} as Window;
const from = { window: host, origin: "https://shop.example.com", id: "frame-1" };
const good = { milepost: 1, id: "frame-1", type: "token", token: "t" };
const event = (values: object) => ({ source: host, origin: from.origin, data: good, ...values }) as MessageEvent;

test("a message from the right window, origin and id is read", () => {
  expect(messageIn(event({}), from)).toEqual(good);
});

test.each([
  ["another window", { source: {} }],
  ["no window", { source: null }],
  ["another origin", { origin: "https://shop.example.com.evil.example" }],
  ["no origin", { origin: "null" }],
  ["another id", { data: { ...good, id: "frame-2" } }],
  ["no id", { data: { ...good, id: undefined } }],
  ["another version", { data: { ...good, milepost: 2 } }],
  ["no type", { data: { ...good, type: undefined } }],
  ["a text", { data: JSON.stringify(good) }],
  ["nothing", { data: null }],
])("from %s it is passed over", (_, values) => {
  expect(messageIn(event(values), from)).toBeNull();
});

test("where there is no frame, nobody is listened to", () => {
  expect(messageIn(event({ source: null }), { ...from, window: null })).toBeNull();
});
