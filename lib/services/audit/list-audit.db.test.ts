import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newColleague } from "@/lib/auth/testing/team";
import { newTenant } from "@/lib/auth/testing/tenant";
import { createMember } from "@/lib/services/members/create-member";
import { updateMember } from "@/lib/services/members/update-member";
import { rotateWidgetSecret } from "@/lib/services/program-settings/widget-secret";
import { earnRewards } from "@/lib/services/reward-codes/testing/earn-rewards";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { updateRewardLog } from "@/lib/services/reward-logs/update-reward-log";
import { createInvite } from "@/lib/services/team/create-invite";
import { listAuditActors } from "./list-actors";
import { listAudit } from "./list-audit";

const NOW = Date.UTC(2026, 3, 20);

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function start() {
  const tenant = await newTenant(database.db);
  const owner = await newColleague(database.db, tenant, "owner");
  const marketer = await newColleague(database.db, tenant, "marketer");
  const viewer = await newColleague(database.db, tenant, "viewer");
  const ada = await createMember(owner.at(NOW), { externalId: "ada" });
  await createMember(marketer.at(NOW + 1), { externalId: "bob" });
  for (let step = 2; step < 6; step++)
    await updateMember(marketer.at(NOW + step), { id: ada.id, patch: { firstName: `Ada ${step}` } });
  await createInvite(owner.at(NOW + 6), { role: "viewer" });
  return { tenant, owner, marketer, viewer, ada };
}

describe("the audit trail", () => {
  it("tells who did what, newest first, by record and by person", async () => {
    const { owner, marketer, ada } = await start();
    const { data, nextCursor } = await listAudit(owner.at(NOW), {});
    expect(data.map(({ slug, action }) => `${action} ${slug}`)).toEqual([
      "create invite",
      ...Array.from({ length: 4 }, () => "update member"),
      "create member",
      "create member",
    ]);
    expect(nextCursor).toBeNull();
    expect(data[1]).toMatchObject({
      createdAt: new Date(NOW + 5).toISOString(),
      actor: { kind: "user", id: marketer.userId, name: "marketer", detail: marketer.email },
      before: { firstName: "Ada 4" },
      after: { firstName: "Ada 5" },
    });
    expect((await listAudit(owner.at(NOW), { recordId: ada.id })).data).toHaveLength(5);
    expect((await listAudit(owner.at(NOW), { actorId: owner.userId })).data).toHaveLength(2);
    const both = { recordId: ada.id, actorId: marketer.userId };
    expect((await listAudit(owner.at(NOW), both)).data).toHaveLength(4);
  });

  it("is filtered by kind and by time, also together, and tells who is in it", async () => {
    const { owner, marketer, viewer, ada } = await start();
    const listed = async (context: typeof owner, request: object) =>
      (await listAudit(context.at(NOW), request)).data.map(({ slug, createdAt }) => [
        slug,
        Date.parse(createdAt) - NOW,
      ]);
    expect(await listed(owner, { slug: "invite" })).toEqual([["invite", 6]]);
    expect(await listed(viewer, { slug: "invite" })).toEqual([]);
    const at = (ms: number) => new Date(NOW + ms).toISOString();
    expect(await listed(owner, { from: at(3), until: at(5) })).toEqual([
      ["member", 4],
      ["member", 3],
    ]);
    const narrow = { slug: "member", recordId: ada.id, actorId: marketer.userId, from: at(5), until: at(7) };
    expect(await listed(owner, narrow)).toEqual([["member", 5]]);
    expect(await listAuditActors(viewer.at(NOW))).toEqual([
      { kind: "user", id: marketer.userId, name: "marketer", detail: marketer.email },
      { kind: "user", id: owner.userId, name: "owner", detail: owner.email },
    ]);
  });

  it("tells who does not see coupon codes that one was replaced, neither of which it shows", async () => {
    const { owner, viewer } = await start();
    const context = owner.at(Date.parse("2026-04-20T12:00:00Z"));
    await earnRewards(context, { members: 1 });
    const [reward] = (await listRewardLogs(context, new URLSearchParams())).data;
    const id = String(reward?.["id"]);
    await updateRewardLog(context, { id, patch: { couponCode: "OLD10" } });
    await updateRewardLog({ ...context, now: context.now + 1 }, { id, patch: { couponCode: "NEW10" } });
    const codes = async (reader: typeof context) => {
      const { data } = await listAudit(reader, { recordId: id, limit: 2 });
      return data.map(({ changes }) => changes.filter(({ path }) => path[0] === "couponCode"));
    };
    const path = ["couponCode"];
    expect(await codes(context)).toEqual([
      [{ path, before: "OLD10", after: "NEW10" }],
      [{ path, before: null, after: "OLD10" }],
    ]);
    expect(await codes(viewer.at(context.now))).toEqual([
      [{ path, before: "••••••••", after: "••••••••" }],
      [{ path, before: null, after: "••••••••" }],
    ]);
    expect(JSON.stringify(await listAudit(viewer.at(context.now), {}))).not.toMatch(/OLD10|NEW10/);
  });

  it("names to a reader whose changes the reader may read, and nobody else", async () => {
    const { tenant, owner, marketer, viewer } = await start();
    const inviter = await newColleague(database.db, tenant, "owner");
    await createInvite(inviter.at(NOW), { role: "viewer" });
    const named = async (reader: typeof owner) => (await listAuditActors(reader.at(NOW))).map(({ id }) => id).sort();
    const both = [owner.userId, marketer.userId].sort();
    expect(await named(viewer)).toEqual(both);
    expect(await named(owner)).toEqual([...both, inviter.userId].sort());
    const blind = {
      ...tenant.at(NOW),
      actor: { kind: "user", id: viewer.userId, scopes: ["campaigns:read"] } as const,
    };
    expect(await listAuditActors(blind)).toEqual([]);
  });

  it("has a place for the secret that signs members in, whose value it does not keep", async () => {
    const { owner, viewer, tenant } = await start();
    const secret = await rotateWidgetSecret(owner.at(NOW), undefined);
    const { data } = await listAudit(owner.at(NOW), { slug: "widget_secret" });
    expect(data).toMatchObject([{ action: "update", recordId: tenant.program.id }]);
    expect(JSON.stringify(data)).not.toContain(secret);
    expect((await listAudit(viewer.at(NOW), { slug: "widget_secret" })).data).toEqual([]);
  });

  it("is paged by a cursor of its own, without a gap", async () => {
    const { owner } = await start();
    const whole = (await listAudit(owner.at(NOW), {})).data.map(({ id }) => id);
    const paged: string[] = [];
    let startingAfter: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listAudit>> = await listAudit(owner.at(NOW), { limit: 2, startingAfter });
      paged.push(...page.data.map(({ id }) => id));
      startingAfter = page.nextCursor;
    } while (startingAfter);
    expect(paged).toEqual(whole);
    for (const request of [
      { startingAfter: "x" },
      { limit: 0 },
      { colour: "red" },
      { slug: "colour" },
      { from: "now" },
      { recordId: "x" },
    ])
      await expect(listAudit(owner.at(NOW), request)).rejects.toMatchObject({ code: "invalid_request" });
  });

  it("shows what the reader may read, and nothing of another program", async () => {
    const { viewer, tenant } = await start();
    const { data } = await listAudit(viewer.at(NOW), {});
    expect(new Set(data.map(({ slug }) => slug))).toEqual(new Set(["member"]));
    const context = tenant.at(NOW);
    const actor = { kind: "user" as const, id: viewer.userId, scopes: ["campaigns:read"] as const };
    expect((await listAudit({ ...context, actor }, {})).data).toEqual([]);
    await expect(listAudit({ ...context, actor: { ...actor, scopes: [] } }, {})).rejects.toMatchObject({
      code: "forbidden",
    });
    const stranger = await newColleague(database.db, await newTenant(database.db), "owner");
    expect((await listAudit(stranger.at(NOW), {})).data).toEqual([]);
  });
});
