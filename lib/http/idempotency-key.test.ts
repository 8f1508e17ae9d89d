import { describe, expect, it } from "vitest";
import type { Call } from "./call";
import { fingerprint, readIdempotencyKey } from "./idempotency-key";

const read = (key: string) => readIdempotencyKey({ "idempotency-key": key });
const bytes = (text: string) => new TextEncoder().encode(text);

const call = (values: Partial<Call> = {}): Call => ({
  method: "POST",
  path: "/schema/member/record",
  query: new URLSearchParams("languageCode=de"),
  headers: {},
  readBody: async () => null,
  ip: null,
  ...values,
});

describe("the header Idempotency-Key", () => {
  it("may be left out", () => {
    expect(readIdempotencyKey({})).toBeNull();
  });

  it.each(["a", "!", "~", "8e03978e-40d5-43dd-bc93-6894a57f9324", "x".repeat(255)])("%j is one", (key) => {
    expect(read(key)).toBe(key);
  });

  it.each(["", " ", "two words", "one, two", "x".repeat(256), "é", "\u007f", "tab\t", "line\n"])(
    "%j is refused",
    (key) => {
      const errors = [{ pointer: "Idempotency-Key", code: "invalid_value", message: expect.any(String) }];
      expect(() => read(key)).toThrow(
        expect.objectContaining({ code: "invalid_request", params: expect.objectContaining({ errors }) }),
      );
    },
  );
});

describe("the fingerprint of a request", () => {
  it("is the same for a repeat, whatever its headers", () => {
    const repeat = call({ headers: { "x-request-id": "2" }, ip: "::1" });
    expect(fingerprint(repeat, bytes("{}"))).toBe(fingerprint(call(), bytes("{}")));
  });

  it("differs by method, path, query and each byte of the body", () => {
    const others = [
      fingerprint(call(), bytes("{}")),
      fingerprint(call({ method: "PATCH" }), bytes("{}")),
      fingerprint(call({ path: "/schema/streak/record" }), bytes("{}")),
      fingerprint(call({ query: new URLSearchParams() }), bytes("{}")),
      fingerprint(call(), bytes("{ }")),
      fingerprint(call(), null),
    ];
    expect(new Set(others).size).toBe(others.length);
  });
});
