import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, transaction } from "@/db/client";
import { parentsLockedBy } from "@/db/testing/parent-locks";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { importTexts } from "./import-texts";
import { newStreaks, textFileOf } from "./testing/text-files";
import { twoCampaigns } from "./testing/two-campaigns";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const begin = async () => twoCampaigns((await newTenant(database.db)).at("2026-04-20T12:00:00Z"));

it("locks the parents of what changes, and of nothing else in the file", async () => {
  const { context, streak, challenge, ofStreak, ofChallenge } = await begin();
  const [done = "", open = ""] = await newStreaks(context, 2);
  const again = { id: done, translation: "Un" };
  await importTexts(context, { file: textFileOf("fr", [again]), language: "fr", dryRun: false });
  const file = textFileOf("fr", [
    again,
    { id: open, translation: "" },
    { id: streak, translation: "Un", source: "Another" },
    { slug: "milestone", id: ofStreak, translation: "" },
    { slug: "challenge", id: challenge, translation: "x".repeat(49) },
    { slug: "milestone", id: ofChallenge, translation: "Un" },
  ]);
  const held = await transaction(database.db, async (tx) => {
    await importTexts({ ...context, db: tx }, { file, language: "fr", dryRun: false });
    return parentsLockedBy(tx, [streak, challenge, done, open]);
  });
  expect(held).toEqual({ parents: [challenge], locks: 1 });
});
