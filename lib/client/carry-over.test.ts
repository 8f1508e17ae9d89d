import { expect, test } from "vitest";
import { carryOver } from "./carry-over";

const rung = (name: string, id: string | null = null, title = "") => ({ id, name, texts: { title } });
const sent = { title: " Tea ", languages: ["en"], rungs: [rung("Silver"), rung("Bronze")] };
// The server puts the ladder into order.
const saved = { title: "Tea", languages: ["en", "de"], rungs: [rung("Bronze", "b"), rung("Silver", "s")] };

test("what was saved, when nothing was typed since", () => {
  expect(carryOver(sent, structuredClone(sent), saved)).toBe(saved);
});

test("what was typed since, and nothing else", () => {
  expect(carryOver(sent, { ...sent, title: "Green tea" }, saved)).toEqual({ ...saved, title: "Green tea" });
  const typed = { ...sent, languages: ["en", "ar"] };
  expect(carryOver(sent, typed, saved)).toEqual({ ...saved, languages: ["en", "ar"] });
});

test.each([
  ["changed", [rung("Silver", null, "Second"), rung("Bronze")], [rung("Silver", "s", "Second"), rung("Bronze", "b")]],
  ["added", [rung("Silver"), rung("Bronze"), rung("Gold")], [rung("Silver", "s"), rung("Bronze", "b"), rung("Gold")]],
  ["removed", [rung("Bronze")], [rung("Bronze", "b")]],
])("a new record that was %s while it was saved gets its id once", (_, rungs, expected) => {
  expect(carryOver(sent, { ...sent, rungs }, saved).rungs).toEqual(expected);
});

test("a known record that was changed while it was saved", () => {
  const before = { rungs: [rung("Silver", "s"), rung("Bronze")] };
  const typed = { rungs: [rung("Silver", "s", "Second"), rung("Bronze")] };
  expect(carryOver(before, typed, { rungs: saved.rungs })).toEqual({
    rungs: [rung("Silver", "s", "Second"), rung("Bronze", "b")],
  });
});

test("a draft on a record that others changed: their changes stay, what is gone is gone", () => {
  const before = { title: "Tea", note: "", rungs: [rung("Bronze", "b"), rung("Silver", "s"), rung("Gold", "g")] };
  const draft = {
    title: "Green tea",
    note: "",
    rungs: [rung("Bronze", "b", "First"), rung("Silver", "s"), rung("Extra")],
  };
  const now = {
    title: "Black tea",
    note: "by a colleague",
    rungs: [rung("Bronze!", "b"), rung("Gold", "g"), rung("Platinum", "p")],
  };
  expect(carryOver(before, draft, now)).toEqual({
    title: "Green tea",
    note: "by a colleague",
    rungs: [rung("Bronze!", "b", "First"), rung("Extra"), rung("Platinum", "p")],
  });
});

test("a draft of an older version lacks the fields that came since", () => {
  const [before, draft] = [{ title: "" }, { title: "Tea" }];
  expect(carryOver<object>(before, draft, { title: "", note: "new" })).toEqual({ title: "Tea", note: "new" });
});
