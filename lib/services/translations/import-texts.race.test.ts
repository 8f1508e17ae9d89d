import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, transaction } from "@/db/client";
import { holdParents, untilParentIsAwaited } from "@/db/testing/parent-locks";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { updateStreak } from "@/lib/services/streaks/update-streak";
import { importTexts } from "./import-texts";
import { newStreaks, textFileOf } from "./testing/text-files";
import { twoCampaigns } from "./testing/two-campaigns";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const begin = async () => twoCampaigns((await newTenant(database.db)).at("2026-04-20T12:00:00Z"));

it("a dry run waits for none, and an import for none of what it leaves as it is or of another tenant", async () => {
  const { context, streak, challenge, ofStreak } = await begin();
  const stranger = await begin();
  const [free = ""] = await newStreaks(context, 1);
  const ingest = await holdParents(database.db, [streak, challenge, stranger.streak, stranger.challenge]);
  const changing = textFileOf("fr", [
    { id: streak, translation: "Un" },
    { slug: "challenge", id: challenge, translation: "Un" },
    { slug: "milestone", id: ofStreak, translation: "Un" },
  ]);
  const dry = await importTexts(context, { file: changing, language: "fr", dryRun: true });
  expect(dry.map(({ outcome }) => outcome)).toEqual(["changed", "changed", "changed"]);
  const file = textFileOf("fr", [
    { id: streak, translation: "" },
    { slug: "challenge", id: challenge, translation: "Un", source: "Another" },
    { id: stranger.streak, translation: "Un" },
    { slug: "challenge", id: stranger.challenge, translation: "Un" },
    { slug: "milestone", id: stranger.ofStreak, translation: "Un" },
    { id: free, translation: "Un" },
  ]);
  const results = await importTexts(context, { file, language: "fr", dryRun: false });
  expect(results.map(({ outcome, problem }) => problem?.code ?? outcome)).toEqual([
    "skipped",
    "source_changed",
    "record_not_found",
    "record_not_found",
    "record_not_found",
    "changed",
  ]);
  await ingest.end();
});

it("an import waits for one and the other goes on, whichever way round they want the same campaigns", async () => {
  const { context, streak, challenge, ofChallenge } = await begin();
  const ingest = await holdParents(database.db, [streak]);
  const file = textFileOf("fr", [
    { slug: "milestone", id: ofChallenge, translation: "Un" },
    { slug: "challenge", id: challenge, translation: "Un" },
    { id: streak, translation: "Un" },
  ]);
  const imported = importTexts(context, { file, language: "fr", dryRun: false });
  await untilParentIsAwaited(database.db);
  await ingest.take(challenge);
  await ingest.end();
  expect((await imported).map(({ outcome }) => outcome)).toEqual(["changed", "changed", "changed"]);
});

it("a text whose source somebody saves while the import waits is not taken", async () => {
  const { context, streak } = await begin();
  const saved = Promise.withResolvers<void>();
  const done = Promise.withResolvers<void>();
  const other = transaction(database.db, async (tx) => {
    await updateStreak({ ...context, db: tx }, { id: streak, patch: { eudTitle: "Uno" } });
    saved.resolve();
    await done.promise;
  });
  await saved.promise;
  const file = textFileOf("fr", [{ id: streak, translation: "Un" }]);
  const imported = importTexts(context, { file, language: "fr", dryRun: false });
  await untilParentIsAwaited(database.db);
  done.resolve();
  await other;
  expect(await imported).toMatchObject([{ problem: { code: "source_changed", params: { source: "Uno" } } }]);
});
