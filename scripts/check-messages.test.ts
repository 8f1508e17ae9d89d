import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { messageKeys, strayKeys } from "./check-messages.mjs";

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
