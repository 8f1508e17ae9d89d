import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { messageKeys, strayKeys } from "./check-messages.mjs";
import { messageProblems, messageShape } from "./message-problems.mjs";

const folder = mkdtempSync(join(tmpdir(), "milepost-messages-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("names the keys of a tree of texts", () => {
  expect(messageKeys({ a: "x", b: { c: "y", d: { e: "z" } } })).toEqual(["a", "b.c", "b.d.e"]);
});

it("finds texts of a translation that the source dropped", () => {
  writeFileSync(join(folder, "en.json"), JSON.stringify({ rewards: { title: "Rewards" } }));
  writeFileSync(join(folder, "fr.json"), JSON.stringify({ rewards: { title: "Récompenses", old: "Ancien" } }));
  expect(strayKeys(folder)).toEqual([`${join(folder, "fr.json")}: rewards.old is not in en.json`]);
});

it.each([
  [
    "ar",
    "{count, plural, one {x} other {# y}}",
    ["has the plurals one, other; ar has few, many, one, other, two, zero"],
  ],
  ["ja", "{count, plural, other {#日}}", []],
  ["ja", "{count, plural, one {#日} other {#日}}", ["has the plurals one, other; ja has other"]],
  ["de", "{n, plural, one {# Tag} other {# Tage}}", ["has the arguments n, not count"]],
  ["de", "{count, plural, one {# day} other {# days}}", ["is the English text"]],
])("in %s, %s: %j", (locale, text, problems) => {
  const source = "{count, plural, one {# day} other {# days}}";
  expect(messageProblems({ locale, key: "run", text, source })).toEqual(problems);
});

it("No message equals the English one but for a listed few", () => {
  const read = (file: string): Record<string, unknown> => JSON.parse(readFileSync(file, "utf8"));
  const flat = (texts: Record<string, unknown>, path = ""): [string, string][] =>
    Object.entries(texts).flatMap(([key, text]) =>
      typeof text === "string"
        ? [[path + key, text] as const]
        : flat(text as Record<string, unknown>, `${path}${key}.`),
    ) as [string, string][];
  const source = new Map(flat(read("messages/widget/en.json")));
  const files = globSync("messages/widget/*.json");
  expect(files).toHaveLength(20);
  for (const file of files)
    for (const [key, text] of flat(read(file))) {
      const locale = basename(file, ".json");
      expect(messageProblems({ locale, key, text, source: source.get(key) ?? "" }), `${locale} ${key}`).toEqual([]);
    }
});

it("refuses braces that do not close", () => {
  expect(() => messageShape("{count, plural, one {# day}")).toThrow("without its }");
  expect(() => messageShape("count}")).toThrow("without its {");
});
