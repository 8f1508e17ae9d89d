import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { type AnyText, listTexts } from "@/db/queries/open-texts";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { createChallenge } from "@/lib/services/challenges/create-challenge";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { updateStreak } from "@/lib/services/streaks/update-streak";
import { exportTexts } from "./export-texts";
import { newStreaks } from "./testing/text-files";

const NOW = "2026-04-20T12:00:00Z";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it("texts go out without a gap while somebody saves those that went out already", async () => {
  const context = (await newTenant(database.db, { languages: ["en", "fr"] })).at(NOW);
  const ids = await newStreaks(context, 252);
  const pieces = await exportTexts(context, "fr", { format: "csv", which: "open" });
  // The header, and the first page of 500.
  let csv = `${(await pieces.next()).value}${(await pieces.next()).value}`;
  const translations = { fr: { eudTitle: "Un", eudDescription: "Deux" } };
  for (const id of ids.slice(0, 4)) await updateStreak(context, { id, patch: { translations } });
  for await (const piece of pieces) csv += piece;
  const texts = parse(csv, { bom: true, columns: true }) as { id: string; field: string }[];
  expect(texts.map(({ id, field }) => `${id} ${field}`)).toEqual(
    ids.flatMap((id) => [`${id} eudDescription`, `${id} eudTitle`]),
  );
});

it("texts are paged behind a text in the order in which they are listed, whatever they belong to", async () => {
  const context = (await newTenant(database.db, { languages: ["en", "fr"] })).at(NOW);
  const [id = ""] = await newStreaks(context, 2);
  const values = { description: "D", status: "live", eudTitle: "One" } as const;
  const run = { startsAt: "2026-01-01T00:00:00Z", endsAt: "2027-01-01T00:00:00Z", completionTargetValue: 10 };
  const challenge = await createChallenge(context, { ...values, ...run, name: "Ten" });
  for (const parent of [challenge.id, id])
    await createMilestone(context, {
      ...values,
      name: "Two",
      milestoneTargetValue: 2,
      linkedSchemaSlug: parent === id ? "streak" : "challenge",
      linkedSchemaRecordId: parent,
    });
  const all = await listTexts(context.scope, database.db, "fr", { offset: 0, limit: 100 });
  expect(new Set(all.map(({ slug, parentSlug }) => `${slug} ${parentSlug}`)).size).toBe(4);
  const paged: AnyText[] = [];
  for (const _ of all)
    paged.push(...(await listTexts(context.scope, database.db, "fr", { after: paged.at(-1) ?? null, limit: 1 })));
  expect(paged).toEqual(all);
});
