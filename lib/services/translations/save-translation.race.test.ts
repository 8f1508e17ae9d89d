import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, transaction } from "@/db/client";
import { untilParentIsAwaited } from "@/db/testing/parent-locks";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { updateStreak } from "@/lib/services/streaks/update-streak";
import { saveTranslation } from "./save-translation";
import { twoCampaigns } from "./testing/two-campaigns";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it("a translation whose source somebody saves while it waits is not taken", async () => {
  const { context, streak } = await twoCampaigns((await newTenant(database.db)).at("2026-04-20T12:00:00Z"));
  const saved = Promise.withResolvers<void>();
  const done = Promise.withResolvers<void>();
  const other = transaction(database.db, async (tx) => {
    await updateStreak({ ...context, db: tx }, { id: streak, patch: { eudTitle: "Uno" } });
    saved.resolve();
    await done.promise;
  });
  await saved.promise;
  const text = { slug: "streak", recordId: streak, language: "fr", field: "eudTitle", source: "One", text: "Un" };
  const refused = expect(saveTranslation(context, text)).rejects.toMatchObject({ code: "source_changed" });
  await untilParentIsAwaited(database.db);
  done.resolve();
  await other;
  await refused;
});
