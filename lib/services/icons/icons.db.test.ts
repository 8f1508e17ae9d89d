import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Database } from "@/db/client";
import { listAuditEntries } from "@/db/queries/audit-entries";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { ICON_POLICY } from "@/lib/icons/policy";
import { createLogs } from "@/lib/services/activity/create-log";
import { createChallenge } from "@/lib/services/challenges/create-challenge";
import { getChallenge } from "@/lib/services/challenges/get-challenge";
import { listChallenges } from "@/lib/services/challenges/list-challenges";
import { updateChallenge } from "@/lib/services/challenges/update-challenge";
import type { ServiceContext } from "@/lib/services/context";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { getMilestone } from "@/lib/services/milestones/get-milestone";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { getStreak } from "@/lib/services/streaks/get-streak";
import { listStreaks } from "@/lib/services/streaks/list-streaks";
import { updateStreak } from "@/lib/services/streaks/update-streak";
import { createIcon } from "./create-icon";
import { getIcon } from "./get-icon";
import { prepareIcon } from "./prepare-icon";
import { NO_ICON } from "./present-icon";
import { readIconFile } from "./read-icon-file";
import { removeRecordIcon, setRecordIcon } from "./set-record-icon";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const DAY = "2026-04-10T12:00:00Z";
const LEAST = { name: "n", description: "d", status: "live", aggregationMethod: "count", completionTargetValue: 9 };
const STREAK = { ...LEAST, aggregationTargetValue: 1 };
const NO_PARAMETERS = new URLSearchParams();

const svg = (inside: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="8" height="9">${inside}</svg>`);
const square = (side: number) => svg(`<rect width="${side}" height="${side}"/>`);

async function newServer(): Promise<ServiceContext> {
  return (await newTenant(database.db, { defaultLanguage: "en" })).at(DAY);
}

const upload = async (context: ServiceContext, file: Uint8Array) =>
  createIcon(context, await prepareIcon(context, file));
const asMember = (server: ServiceContext, memberId: string): ServiceContext => ({
  ...server,
  actor: { kind: "member", externalId: "ada", memberId },
});

describe("an icon", () => {
  test("is kept once in a program, whoever brings it, and once more in another", async () => {
    const server = await newServer();
    const icon = await upload(server, square(3));
    expect(icon).toMatchObject({
      contentType: "image/svg+xml",
      width: 8,
      height: 9,
      createdAt: "2026-04-10T12:00:00.000Z",
    });
    // What is cleaned to the same picture is the same picture.
    const [again, dressed] = await Promise.all([
      upload(server, square(3)),
      upload(server, Buffer.from(square(3).toString().replace("><", "><!-- mine --><script>alert(1)</script><"))),
    ]);
    expect([again, dressed]).toEqual([icon, icon]);
    expect(await getIcon(server, icon.id)).toEqual(icon);
    expect(await listAuditEntries(server.scope, server.db, 9)).toMatchObject([{ slug: "icon", recordId: icon.id }]);

    const other = await newServer();
    await expect(getIcon(other, icon.id)).rejects.toMatchObject({ code: "not_found" });
    const elsewhere = await upload(other, square(3));
    expect(elsewhere.sha256).toBe(icon.sha256);
    expect(elsewhere.id).not.toBe(icon.id);
  });

  test("that two bring at once is one", async () => {
    const server = await newServer();
    const icons = await Promise.all(Array.from({ length: 5 }, () => upload(server, square(4))));
    expect(new Set(icons.map(({ id }) => id)).size).toBe(1);
  });

  test("has its bytes at its address, under its own type's ending alone", async () => {
    const server = await newServer();
    const png = await sharp({ create: { width: 5, height: 6, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    const icon = await upload(server, png);
    const name = `${icon.sha256}.png`;
    expect(icon.url).toBe(`/icons/${server.program.id}/${name}`);
    const file = await readIconFile(server.scope, server.db, name);
    expect(file).toMatchObject({ contentType: "image/png", sha256: icon.sha256 });
    expect(file.bytes.length).toBe(icon.byteSize);
    expect(await sharp(file.bytes).metadata()).toMatchObject({ format: "png", width: 5, height: 6 });
    for (const wrong of [`${icon.sha256}.svg`, icon.sha256, `${"0".repeat(64)}.png`, "default.png"])
      await expect(readIconFile(server.scope, server.db, wrong)).rejects.toMatchObject({ code: "not_found" });
    const other = await newServer();
    await expect(readIconFile(other.scope, server.db, name)).rejects.toMatchObject({ code: "not_found" });
  });

  test.each([
    ["payload_too_large", Buffer.alloc(ICON_POLICY.maxBytes + 1)],
    ["unsupported_media_type", Buffer.from("not an image")],
    ["unsupported_media_type", Buffer.alloc(0)],
    ["icon_unclean", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect></svg>')],
    ["icon_too_large", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="4097" height="1"/>')],
  ])("is refused as %s, by a problem that names the file", async (code, file) => {
    const server = await newServer();
    await expect(upload(server, file)).rejects.toMatchObject({ code, params: { errors: [{ pointer: "file" }] } });
  });

  test("is for those who may write campaigns", async () => {
    const server = await newServer();
    const reader = {
      ...server,
      actor: { kind: "key" as const, id: server.program.id, scopes: ["campaigns:read" as const] },
    };
    await expect(upload(reader, square(1))).rejects.toMatchObject({ code: "forbidden" });
    await expect(upload(asMember(server, server.program.id), square(1))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe.each([
  { noun: "streak", least: STREAK, create: createStreak, get: getStreak, update: updateStreak },
  { noun: "challenge", least: LEAST, create: createChallenge, get: getChallenge, update: updateChallenge },
])("the icon of a $noun", ({ least, create, get, update }) => {
  test("is given, translated, resolved by itself, marked and taken away", async () => {
    const server = await newServer();
    const [base, french, other] = await Promise.all([1, 2, 3].map((side) => upload(server, square(side))));
    const shown = (icon: typeof base) => ({
      id: icon?.id,
      url: icon?.url,
      width: 8,
      height: 9,
      byteSize: icon?.byteSize,
    });
    const { id } = await create(server, {
      ...least,
      eudTitle: "Visits",
      eudIcon: base?.id.toUpperCase(),
      translations: { fr: { eudIcon: french?.id } },
    });
    expect(await get(server, id)).toMatchObject({
      eudIcon: shown(base),
      resolvedLanguages: { eudTitle: "en", eudIcon: "en" },
      translations: { fr: { eudIcon: french?.id } },
      translationStates: { fr: { eudIcon: { outdated: false } } },
    });
    expect(await get(server, id, "fr-CA")).toMatchObject({
      eudIcon: shown(french),
      resolvedLanguages: { eudTitle: "en", eudIcon: "fr" },
    });
    expect(await update(server, { id, patch: { eudIcon: other?.id } })).toMatchObject({
      eudIcon: shown(other),
      translationStates: { fr: { eudIcon: { outdated: true } } },
    });
    const removed = await update(server, { id, patch: { eudIcon: null, translations: { fr: { eudIcon: null } } } });
    expect(removed).toMatchObject({ eudIcon: NO_ICON, translations: {}, resolvedLanguages: { eudTitle: "en" } });
    expect(removed.resolvedLanguages).not.toHaveProperty("eudIcon");
  });

  test("is one of the program's own", async () => {
    const [server, other] = [await newServer(), await newServer()];
    const foreign = await upload(other, square(1));
    const { id } = await create(server, least);
    const given = { eudIcon: foreign.id, translations: { fr: { eudIcon: foreign.id }, de: { eudIcon: null } } };
    const refusal = {
      code: "invalid_request",
      params: { errors: [{ pointer: "/eudIcon" }, { pointer: "/translations/fr/eudIcon" }] },
    };
    await expect(create(server, { ...least, ...given })).rejects.toMatchObject(refusal);
    await expect(update(server, { id, patch: given })).rejects.toMatchObject(refusal);
    for (const eudIcon of ["gift.png", 7, {}])
      await expect(update(server, { id, patch: { eudIcon } })).rejects.toMatchObject({
        params: { errors: [{ pointer: "/eudIcon" }] },
      });
  });

  test("is set and removed by an upload to the record, for a language too", async () => {
    const server = await newServer();
    const { id } = await create(server, { ...least, eudTitle: "Visits" });
    const give = async (languageCode: string | null, side: number) =>
      setRecordIcon(server, { get, update }, { id, languageCode }, await prepareIcon(server, square(side)));
    const base = await give(null, 1);
    expect(base).toMatchObject({ eudIcon: { width: 8 }, resolvedLanguages: { eudIcon: "en" } });
    const french = await give("FR", 2);
    expect(french).toMatchObject({ resolvedLanguages: { eudTitle: "en", eudIcon: "fr" } });
    expect(french.eudIcon).not.toEqual(base.eudIcon);
    // The program's default language has the record's own.
    expect((await give("en", 3)).resolvedLanguages).toMatchObject({ eudIcon: "en" });
    await expect(give("not a tag", 4)).rejects.toMatchObject({ params: { errors: [{ pointer: "?languageCode" }] } });

    await removeRecordIcon(server, { get, update }, { id, languageCode: null });
    expect(await get(server, id)).toMatchObject({ eudIcon: NO_ICON });
    expect(await get(server, id, "fr")).toMatchObject({ eudIcon: french.eudIcon });
    await removeRecordIcon(server, { get, update }, { id, languageCode: "fr" });
    await removeRecordIcon(server, { get, update }, { id, languageCode: "fr" });
    expect(await get(server, id, "fr")).toMatchObject({ eudIcon: NO_ICON, translations: {} });
  });

  test("leaves nothing behind of an upload to a record that is not there", async () => {
    const server = await newServer();
    const icon = await prepareIcon(server, square(1));
    const target = { id: server.program.id, languageCode: null };
    await expect(setRecordIcon(server, { get, update }, target, icon)).rejects.toMatchObject({ code: "not_found" });
    await expect(readIconFile(server.scope, server.db, `${icon.sha256}.svg`)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("what members see", () => {
  test("holds icons: of parents, of their milestones, and of a reward's milestone", async () => {
    const server = await newServer();
    const [ofStreak, ofMilestone] = await Promise.all([1, 2].map((side) => upload(server, square(side))));
    const { id: streakId } = await createStreak(server, { ...STREAK, eudIcon: ofStreak?.id });
    const { id: milestoneId } = await createMilestone(server, {
      linkedSchemaSlug: "streak",
      linkedSchemaRecordId: streakId,
      name: "n",
      description: "d",
      milestoneTargetValue: 1,
      status: "live",
      translations: { fr: { eudIcon: ofMilestone?.id } },
    });
    expect(await getMilestone(server, milestoneId, "fr")).toMatchObject({ eudIcon: { id: ofMilestone?.id } });
    const act = { ownedBy: { externalId: "ada" }, activityAt: DAY, activityId: "a", uniqueIdentifier: "1" };
    const [answer] = await createLogs(server, "streak", [{ streakId, ...act }]);
    const log = answer && "log" in answer ? answer.log : undefined;
    expect(log).toMatchObject({ achievedMilestone: { eudIcon: NO_ICON } });

    const member = asMember(server, log?.ownedById ?? "");
    const french = new URLSearchParams({ languageCode: "fr" });
    const streak = { eudIcon: { id: ofStreak?.id }, milestones: [{ eudIcon: { id: ofMilestone?.id } }] };
    expect(await getStreak(member, streakId, "fr")).toMatchObject(streak);
    expect(await listStreaks(member, french)).toMatchObject({ data: [streak] });
    expect(await listRewardLogs(member, french)).toMatchObject({
      data: [{ milestone: { eudIcon: { id: ofMilestone?.id }, resolvedLanguages: { eudIcon: "fr" } } }],
    });
  });
});

test("a list takes as many statements with many icons as with one, and one fewer with none", async () => {
  const server = await newServer();
  const selects = async () => {
    const spy = vi.spyOn(database.db, "select");
    await listStreaks(server, NO_PARAMETERS);
    await listChallenges(server, NO_PARAMETERS);
    const { length } = spy.mock.calls;
    spy.mockRestore();
    return length;
  };
  await createStreak(server, STREAK);
  const without = await selects();
  const add = async (side: number) =>
    createStreak(server, { ...STREAK, eudIcon: (await upload(server, square(side))).id });
  await add(1);
  const withOne = await selects();
  for (const side of [2, 3, 4]) await add(side);
  expect([withOne, await selects()]).toEqual([without + 1, without + 1]);
});
