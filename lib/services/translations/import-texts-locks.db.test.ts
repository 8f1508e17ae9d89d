import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Database, transaction } from "@/db/client";
import { holdParents, parentsLockedBy, untilParentIsAwaited } from "@/db/testing/parent-locks";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { createChallenge } from "@/lib/services/challenges/create-challenge";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { updateStreak } from "@/lib/services/streaks/update-streak";
import { importTexts } from "./import-texts";
import { newStreaks, textFileOf } from "./testing/text-files";

const NOW = "2026-04-20T12:00:00Z";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** A streak, a younger challenge, and a milestone of each. */
async function start() {
  const tenant = await newTenant(database.db);
  const context = tenant.at(NOW);
  const [streak = ""] = await newStreaks(context, 1);
  const { id: challenge } = await createChallenge(context, {
    name: "Ten",
    description: "D",
    status: "live",
    completionTargetValue: 10,
    startsAt: "2026-01-01T00:00:00Z",
    endsAt: "2027-01-01T00:00:00Z",
    eudTitle: "One",
  });
  const milestone = async (linkedSchemaSlug: string, linkedSchemaRecordId: string) => {
    const values = { name: "One", description: "D", status: "live", milestoneTargetValue: 1, eudTitle: "One" };
    return (await createMilestone(context, { ...values, linkedSchemaSlug, linkedSchemaRecordId })).id;
  };
  const ofStreak = await milestone("streak", streak);
  const ofChallenge = await milestone("challenge", challenge);
  return { tenant, context, streak, challenge, ofStreak, ofChallenge };
}

it("locks the parents of what changes, and of nothing else in the file", async () => {
  const { context, streak, challenge, ofStreak, ofChallenge } = await start();
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

/** The embedded database has one connection, on which nobody can wait for somebody else. */
describe.runIf(inject("testDatabase").driver !== "pglite")("while ingests are under way", () => {
  it("a dry run waits for none, and an import for none of what it leaves as it is or of another tenant", async () => {
    const { context, streak, challenge, ofStreak } = await start();
    const stranger = await start();
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
    const { context, streak, challenge, ofChallenge } = await start();
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
    const { context, streak } = await start();
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
});
