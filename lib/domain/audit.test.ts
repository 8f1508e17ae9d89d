import fc from "fast-check";
import { expect, it } from "vitest";
import { auditTitle, fieldChanges } from "./audit";

it.each([
  ["nothing", { name: "A", updatedAt: "1" }, { name: "A", updatedAt: "2" }, []],
  ["a value", { name: "A" }, { name: "B" }, [["name", "A", "B"]]],
  ["what came", { endsAt: null }, { endsAt: "x" }, [["endsAt", null, "x"]]],
  ["what went", { code: "x" }, { code: null }, [["code", "x", null]]],
  ["a field that is new", {}, { points: 0 }, [["points", null, 0]]],
  ["a field that is empty either way", { note: "" }, { note: null }, []],
  ["a list, as one", { tags: ["a"] }, { tags: ["a", "b"] }, [["tags", ["a"], ["a", "b"]]]],
  ["an empty list, as nothing", {}, { tags: [] }, []],
  [
    "what lies in objects",
    { translations: { de: { title: "A", text: "T" } } },
    { translations: { de: { title: "B", text: "T" }, fr: { title: "C" } } },
    [
      ["translations.de.title", "A", "B"],
      ["translations.fr.title", null, "C"],
    ],
  ],
  ["an object that came", { icon: null }, { icon: { url: "u" } }, [["icon.url", null, "u"]]],
  ["an icon, as one", { eudIcon: null }, { eudIcon: { url: "u" } }, [["eudIcon", null, { url: "u" }]]],
  ["an object in the place of a value", { at: 1 }, { at: { x: 1 } }, [["at", 1, { x: 1 }]]],
])("a change shows %s", (_, before, after, expected) => {
  const shown = (changes: ReturnType<typeof fieldChanges>) =>
    changes.map(({ path, before: old, after: current }) => [path.join("."), old, current]);
  expect(shown(fieldChanges(before, after))).toEqual(expected);
  // Taken back, the same fields show the other way round.
  const back = expected.map(([path, old, current]) => [path, current, old]);
  expect(shown(fieldChanges(after, before)).sort()).toEqual(back.sort());
});

it("of a record that came or went, all that was set shows", () => {
  const record = { id: "1", createdAt: "t", name: "A", endsAt: null, points: 0, repeatable: false };
  const paths = (changes: ReturnType<typeof fieldChanges>) => changes.map(({ path }) => path.join("."));
  expect(paths(fieldChanges(null, record))).toEqual(["name", "points", "repeatable"]);
  expect(paths(fieldChanges(record, null))).toEqual(["name", "points", "repeatable"]);
  expect(fieldChanges(null, null)).toEqual([]);
});

it("nothing shows between a record and itself, whatever it holds", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
      expect(fieldChanges(record, structuredClone(record))).toEqual([]);
    }),
  );
});

it.each([
  [{ name: "Coffee", externalId: "x" }, "Coffee"],
  [{ displayName: "", externalId: "ada" }, "ada"],
  [{ eventType: "made_a_purchase" }, "made_a_purchase"],
  [{ couponCode: "X" }, null],
  [null, null],
])("%j is called %j", (record, title) => expect(auditTitle(record)).toBe(title));
