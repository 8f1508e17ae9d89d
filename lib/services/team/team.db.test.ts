import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, transaction } from "@/db/client";
import { insertMembership } from "@/db/queries/console-users";
import { consumeInvite, findInvite, findUsableInvite } from "@/db/queries/team";
import { openTestDatabase } from "@/db/testing/test-database";
import { newColleague } from "@/lib/auth/testing/team";
import { newTenant } from "@/lib/auth/testing/tenant";
import { managesTeam, ROLES } from "@/lib/domain/team";
import { listAudit } from "@/lib/services/audit/list-audit";
import { saveCampaign } from "@/lib/services/campaigns/save-campaign";
import type { ServiceContext } from "@/lib/services/context";
import { createMember } from "@/lib/services/members/create-member";
import { updateMilestone } from "@/lib/services/milestones/update-milestone";
import { earnRewards } from "@/lib/services/reward-codes/testing/earn-rewards";
import { getRewardLog } from "@/lib/services/reward-logs/get-reward-log";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { selectRewardLogs } from "@/lib/services/reward-logs/select-reward-logs";
import { updateRewardLog } from "@/lib/services/reward-logs/update-reward-log";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { getStreak } from "@/lib/services/streaks/get-streak";
import { updateStreak } from "@/lib/services/streaks/update-streak";
import { changeRole } from "./change-role";
import { createInvite } from "./create-invite";
import { listTeam } from "./list-team";
import { removePerson } from "./remove-person";
import { revokeInvite } from "./revoke-invite";

const NOW = "2026-04-20T12:00:00Z";
const ALL = new URLSearchParams();

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const forbidden = { code: "forbidden" };

async function start() {
  const tenant = await newTenant(database.db, { languages: ["en", "de"] });
  const { streakId } = await earnRewards(tenant.at(NOW), { members: 2 });
  const { data } = await listRewardLogs(tenant.at(NOW), ALL);
  const rewardId = String(data[0]?.["id"]);
  const milestoneId = String(data[0]?.["milestoneId"]);
  await updateRewardLog(tenant.at(NOW), { id: rewardId, patch: { couponCode: "SECRET10" } });
  const as = async (role: string) => (await newColleague(database.db, tenant, role)).at(NOW);
  return { tenant, streakId, rewardId, milestoneId, as };
}

/** What each role is refused, of everything that changes something. */
async function refused(context: ServiceContext, { streakId, rewardId }: { streakId: string; rewardId: string }) {
  const german = { translations: { de: { eudTitle: "Täglich" } } };
  const attempts = {
    text: () => updateStreak(context, { id: streakId, patch: german }),
    rule: () => updateStreak(context, { id: streakId, patch: { name: "Other" } }),
    both: () => updateStreak(context, { id: streakId, patch: { ...german, eudTitle: "Daily" } }),
    code: () => updateRewardLog(context, { id: rewardId, patch: { rewardExpiryAt: "2030-01-01T00:00:00Z" } }),
    member: () => createMember(context, { externalId: `new-${context.requestId}-${Math.random()}` }),
    team: () => createInvite(context, { role: "viewer" }),
  };
  const names: string[] = [];
  for (const [name, attempt] of Object.entries(attempts))
    await attempt().catch((error: unknown) => {
      expect(error).toMatchObject(forbidden);
      names.push(name);
    });
  return names;
}

describe("roles", () => {
  it.each([
    ["owner", []],
    ["marketer", ["team"]],
    ["translator", ["rule", "both", "code", "member", "team"]],
    ["viewer", ["text", "rule", "both", "code", "member", "team"]],
    ["developer", ["text", "rule", "both", "code", "member", "team"]],
  ])("are held to what they may: %s", async (role, expected) => {
    const started = await start();
    expect(await refused(await started.as(role), started)).toEqual(expected);
  });

  it("let a translator change every noun's translations, and a key with campaigns:write too", async () => {
    const { as, milestoneId, tenant, streakId } = await start();
    const translator = await as("translator");
    const patch = { translations: { de: { eudTitle: "Eins" } } };
    const after = await updateMilestone(translator, { id: milestoneId, patch });
    expect(after.translations).toMatchObject({ de: { eudTitle: "Eins" } });
    await updateStreak(tenant.at(NOW), { id: streakId, patch });
    await expect(createStreak(translator, {})).rejects.toMatchObject(forbidden);
  });

  it("let a translator save the page of a campaign as long as its translations alone differ", async () => {
    const { as, milestoneId, streakId, tenant } = await start();
    const translator = await as("translator");
    const values = { translations: { de: { eudTitle: "Täglich" } } };
    const save = (milestone: object) =>
      saveCampaign(translator, {
        slug: "streak",
        id: streakId,
        values,
        milestones: [{ id: milestoneId, values: { ...values, ...milestone } }],
      });
    await expect(save({ points: 100 })).rejects.toMatchObject(forbidden);
    expect(await getStreak(tenant.at(NOW), streakId)).toHaveProperty("translations", {});
    await save({});
    expect(await getStreak(tenant.at(NOW), streakId)).toHaveProperty("translations", values.translations);
    const adding = { slug: "streak" as const, id: streakId, values: {} };
    for (const milestones of [[{ values: {} }], [{ id: milestoneId, deleted: true, values: {} }]])
      await expect(saveCampaign(translator, { ...adding, milestones })).rejects.toMatchObject(forbidden);
  });

  it("show a viewer and a translator codes masked, in the list, the record and the trail, and by no filter", async () => {
    const { as, rewardId } = await start();
    for (const role of ["viewer", "translator"]) {
      const context = await as(role);
      const seen = [
        await listRewardLogs(context, ALL),
        await getRewardLog(context, rewardId),
        await listAudit(context, { recordId: rewardId }),
      ];
      expect(JSON.stringify(seen)).not.toContain("SECRET10");
      expect(seen[1]).toMatchObject({ couponCode: "••••••••", state: "issued" });
      expect(seen[2]).toMatchObject({ data: [{ before: { couponCode: null }, after: { couponCode: "••••••••" } }] });
      const filters = JSON.stringify({ fieldSlug: "couponCode", operator: "eq", value: "SECRET10" });
      await expect(listRewardLogs(context, new URLSearchParams({ filters }))).rejects.toMatchObject({
        code: "invalid_request",
      });
      await expect(selectRewardLogs(context, filters)).rejects.toMatchObject(forbidden);
    }
    for (const role of ["owner", "marketer", "developer"])
      expect(await getRewardLog(await as(role), rewardId)).toMatchObject({ couponCode: "SECRET10" });
  });
});

describe("an invite", () => {
  it("is made and revoked by an owner, its token told once and kept as a hash alone", async () => {
    const tenant = await newTenant(database.db);
    const owner = await newColleague(database.db, tenant, "owner");
    const stranger = await newColleague(database.db, await newTenant(database.db), "owner");
    const { token, ...invite } = await createInvite(owner.at(NOW), { role: "translator", note: "Ada", days: 2 });
    expect(invite).toMatchObject({
      role: "translator",
      note: "Ada",
      createdById: owner.userId,
      expiresAt: "2026-04-22T12:00:00.000Z",
    });
    const hash = createHash("sha256").update(token).digest("hex");
    expect((await findInvite(database.db, hash))?.invite).toMatchObject({ id: invite.id, revokedAt: null });
    expect((await listTeam(owner.at(NOW))).invites).toEqual([invite]);
    expect((await listTeam(stranger.at(NOW))).invites).toEqual([]);

    await expect(revokeInvite(stranger.at(NOW), invite.id)).rejects.toMatchObject({ code: "not_found" });
    await revokeInvite(owner.at(NOW), invite.id);
    await expect(revokeInvite(owner.at(NOW), invite.id)).rejects.toMatchObject({ code: "not_found" });
    expect((await listTeam(owner.at(NOW))).invites).toEqual([]);
    expect((await findInvite(database.db, hash))?.invite.revokedAt).toBe(Date.parse(NOW));
    const { data } = await listAudit(owner.at(NOW), { recordId: invite.id });
    expect(data.map(({ action }) => action).sort()).toEqual(["create", "delete"]);
    expect(JSON.stringify(data)).not.toContain(hash);
    for (const input of [{ role: "god" }, { role: "viewer", days: 31 }, { role: "viewer", email: "a@b.cc" }])
      await expect(createInvite(owner.at(NOW), input)).rejects.toMatchObject({ code: "invalid_request" });
  });
});

describe("who no longer manages the team", () => {
  /** Two owners, the second of whom has made invites, and one that is used by now. */
  async function twoOwners() {
    const tenant = await newTenant(database.db);
    const [ada, bob] = [
      await newColleague(database.db, tenant, "owner"),
      await newColleague(database.db, tenant, "owner"),
    ];
    const kept = await createInvite(ada.at(NOW), { role: "viewer" });
    const used = await createInvite(bob.at(NOW), { role: "viewer" });
    const usedOne = { programId: tenant.program.id, id: used.id };
    await transaction(database.db, (tx) => consumeInvite(tx, usedOne, ada.userId, Date.parse(NOW)));
    const made = [
      await createInvite(bob.at(NOW), { role: "owner" }),
      await createInvite(bob.at(NOW), { role: "viewer" }),
    ];
    const open = async () => (await listTeam(ada.at(NOW))).invites.map(({ id }) => id).sort();
    return { tenant, ada, bob, kept, used, made, open };
  }
  type Owners = Awaited<ReturnType<typeof twoOwners>>;

  it.each([
    ["is removed", ({ ada, bob }: Owners) => removePerson(ada.at(NOW), bob.userId)],
    ["leaves", ({ bob }: Owners) => removePerson(bob.at(NOW), bob.userId)],
    [
      "has another role",
      ({ ada, bob }: Owners) => changeRole(ada.at(NOW), { userId: bob.userId, patch: { role: "marketer" } }),
    ],
  ])("and %s does not come back by an invite from before", async (_, change) => {
    const owners = await twoOwners();
    const { ada, bob, kept, used, made, open } = owners;
    await change(owners);
    expect(await open()).toEqual([kept.id]);
    for (const { id, token } of made) {
      const hash = createHash("sha256").update(token).digest("hex");
      expect(await findUsableInvite(database.db, hash, Date.parse(NOW))).toBeUndefined();
      const { data } = await listAudit(ada.at(NOW), { recordId: id });
      expect(data.map(({ action }) => action).sort()).toEqual(["create", "delete"]);
    }
    expect((await listAudit(ada.at(NOW), { recordId: used.id })).data).toHaveLength(1);
    // A request of before that is still under way makes none either.
    await expect(createInvite(bob.at(NOW), { role: "owner" })).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each([...ROLES, "admin", "member", "viewer, owner", "marketer,admin", "owners", ""])(
    "is told by the role as by its scopes: %j",
    async (role) => {
      const { actor } = (await newColleague(database.db, await newTenant(database.db), role)).at(NOW);
      expect(managesTeam(role)).toBe(actor.kind === "user" && actor.scopes.includes("team:write"));
    },
  );

  it("leaves no invite behind that was made in the same moment", async () => {
    const { ada, bob, kept, open } = await twoOwners();
    await Promise.allSettled([
      createInvite(bob.at(NOW), { role: "owner" }),
      removePerson(ada.at(NOW), bob.userId),
      ...Array.from({ length: 6 }, () => createInvite(bob.at(NOW), { role: "owner" })),
    ]);
    expect(await open()).toEqual([kept.id]);
  });

  it("loses no invite in another organization, nor by a change that does not come about", async () => {
    const { ada, bob, kept, made, open } = await twoOwners();
    const all = [kept, ...made].map(({ id }) => id).sort();
    await changeRole(ada.at(NOW), { userId: bob.userId, patch: { role: "owner" } });
    expect(await open()).toEqual(all);
    const other = await newTenant(database.db);
    const { organizationId } = other.program;
    const membership = { membershipId: randomUUID(), organizationId, userId: ada.userId, role: "owner" };
    await transaction(database.db, (tx) => insertMembership(tx, membership, new Date(NOW)));
    const elsewhere = { ...other.at(NOW), actor: ada.at(NOW).actor };
    const { id } = await createInvite(elsewhere, { role: "viewer" });
    await removePerson(ada.at(NOW), ada.userId);
    expect((await listTeam(elsewhere)).invites).toMatchObject([{ id }]);
    await expect(removePerson(bob.at(NOW), bob.userId)).rejects.toMatchObject({ code: "last_owner" });
    expect((await listTeam(bob.at(NOW))).invites.map(({ id: left }) => left).sort()).toEqual(
      made.map((invite) => invite.id).sort(),
    );
  });
});

describe("a team", () => {
  it("has roles changed and people removed, each with its entry in the trail", async () => {
    const tenant = await newTenant(database.db);
    const owner = await newColleague(database.db, tenant, "owner");
    const viewer = await newColleague(database.db, tenant, "viewer");
    await changeRole(owner.at(NOW), { userId: viewer.userId, patch: { role: "developer" } });
    expect((await listTeam(owner.at(NOW))).people.map(({ role }) => role).sort()).toEqual(["developer", "owner"]);
    await removePerson(owner.at(NOW), viewer.userId);
    expect((await listTeam(owner.at(NOW))).people).toHaveLength(1);
    const { data } = await listAudit(owner.at(NOW), { recordId: viewer.userId });
    expect(data.map(({ action, before, after }) => [action, before?.["role"], after?.["role"]]).sort()).toEqual([
      ["delete", "developer", undefined],
      ["update", "viewer", "developer"],
    ]);
    expect(data[0]?.actor).toEqual({ kind: "user", id: owner.userId, name: "owner", detail: owner.email });
    for (const change of [
      () => removePerson(owner.at(NOW), viewer.userId),
      () => changeRole(owner.at(NOW), { userId: viewer.userId, patch: { role: "viewer" } }),
    ])
      await expect(change()).rejects.toMatchObject({ code: "not_found" });
    await expect(changeRole(owner.at(NOW), { userId: owner.userId, patch: { role: "god" } })).rejects.toMatchObject({
      code: "invalid_request",
    });
  });

  it("keeps its last owner, also when two owners remove each other at once", async () => {
    const tenant = await newTenant(database.db);
    const [a, b] = [await newColleague(database.db, tenant, "owner"), await newColleague(database.db, tenant, "owner")];
    const outcomes = await Promise.allSettled([
      removePerson(a.at(NOW), b.userId),
      changeRole(b.at(NOW), { userId: a.userId, patch: { role: "viewer" } }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { people } = await listTeam(a.at(NOW));
    const last = people.find(({ role }) => role === "owner");
    for (const change of [
      () => removePerson(a.at(NOW), last?.id ?? ""),
      () => changeRole(a.at(NOW), { userId: last?.id ?? "", patch: { role: "marketer" } }),
    ])
      await expect(change()).rejects.toMatchObject({ code: "last_owner" });
  });

  it("is its own: another organization's owner neither sees nor changes it", async () => {
    const [tenant, other] = [await newTenant(database.db), await newTenant(database.db)];
    const owner = await newColleague(database.db, tenant, "owner");
    const stranger = await newColleague(database.db, other, "owner");
    expect((await listTeam(stranger.at(NOW))).people.map(({ id }) => id)).toEqual([stranger.userId]);
    await expect(removePerson(stranger.at(NOW), owner.userId)).rejects.toMatchObject({ code: "not_found" });
  });
});
