import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { listAuditEntries } from "@/db/queries/audit-entries";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { createMember } from "@/lib/services/members/create-member";
import { deleteMember } from "@/lib/services/members/delete-member";
import { addGroupMembers, removeGroupMembers } from "./change-group-members";
import { createUserGroup } from "./create-user-group";
import { deleteUserGroup } from "./delete-user-group";
import { getUserGroup } from "./get-user-group";
import { listGroupMembers } from "./list-group-members";
import { listUserGroups } from "./list-user-groups";
import { updateUserGroup } from "./update-user-group";

const NOW = "2026-04-20T12:00:00.000Z";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** A program with the members ada, bo and cy. */
async function program() {
  const tenant = await newTenant(database.db);
  const member = async (externalId: string) => (await createMember(tenant.at(NOW), { externalId })).id;
  return { tenant, ada: await member("ada"), bo: await member("bo"), cy: await member("cy") };
}

async function namesIn(tenant: Tenant, id: string, query = 'sortBy=[{"fieldSlug":"externalId","order":"ASC"}]') {
  const { data } = await listGroupMembers(tenant.at(NOW), id, new URLSearchParams(query));
  return data.map(({ externalId }) => externalId);
}

describe("a group", () => {
  it("is created, read, listed, changed and deleted; its external id is then free again", async () => {
    const { tenant, ada } = await program();
    const context = tenant.at(NOW);
    const group = await createUserGroup(context, { name: "VIP", externalId: "vip", memberIds: [ada] });
    expect(group).toEqual({ id: expect.any(String), createdAt: NOW, updatedAt: NOW, name: "VIP", externalId: "vip" });
    const taken = { code: "conflict", params: { errors: [{ pointer: "/externalId" }] } };
    await expect(createUserGroup(context, { name: "Other", externalId: "vip" })).rejects.toMatchObject(taken);
    const other = await createUserGroup(context, { name: "Other" });
    expect(other.externalId).toBeNull();
    await expect(updateUserGroup(context, { id: other.id, patch: { externalId: "vip" } })).rejects.toMatchObject(taken);
    expect(await updateUserGroup(context, { id: group.id, patch: { name: "Gold" } })).toMatchObject({ name: "Gold" });
    expect(await namesIn(tenant, group.id)).toEqual(["ada"]);
    const filters = JSON.stringify({ fieldSlug: "externalId", operator: "eq", value: "vip" });
    expect((await listUserGroups(context, new URLSearchParams({ filters }))).data).toMatchObject([{ name: "Gold" }]);
    await deleteUserGroup(context, group.id);
    for (const gone of [
      () => getUserGroup(context, group.id),
      () => namesIn(tenant, group.id),
      () => updateUserGroup(context, { id: group.id, patch: { name: "x" } }),
      () => addGroupMembers(context, { id: group.id, members: { memberIds: [ada] } }),
      () => removeGroupMembers(context, { id: group.id, members: { memberIds: [ada] } }),
      () => deleteUserGroup(context, group.id),
    ])
      await expect(gone()).rejects.toMatchObject({ code: "not_found" });
    await createUserGroup(context, { name: "New", externalId: "vip" });
  });

  it("takes and loses members, one or many at a time, by either id", async () => {
    const { tenant, ada, bo, cy } = await program();
    const context = tenant.at(NOW);
    const { id } = await createUserGroup(context, { name: "VIP" });
    const add = (members: object) => addGroupMembers(context, { id, members });
    const remove = (members: object) => removeGroupMembers(context, { id, members });
    expect(await add({ memberIds: [ada.toUpperCase(), ada] })).toEqual({ added: 1 });
    expect(await add({ memberIds: [ada], externalIds: ["ada", "bo"] })).toEqual({ added: 1 });
    expect(await namesIn(tenant, id)).toEqual(["ada", "bo"]);
    expect(await add({ externalIds: ["cy"] })).toEqual({ added: 1 });
    expect(await remove({ memberIds: [bo], externalIds: ["cy", "nobody"] })).toEqual({ removed: 2 });
    expect(await remove({ memberIds: [cy, randomUUID()] })).toEqual({ removed: 0 });
    expect(await namesIn(tenant, id)).toEqual(["ada"]);
    expect((await getUserGroup(tenant.at(NOW), id)).name).toBe("VIP");
  });

  it("gets exactly the members of a PATCH", async () => {
    const { tenant, ada, bo, cy } = await program();
    const { id } = await createUserGroup(tenant.at(NOW), { name: "VIP", memberIds: [ada, bo] });
    const patch = (memberIds: string[]) => updateUserGroup(tenant.at(NOW), { id, patch: { memberIds } });
    await patch([bo, cy]);
    expect(await namesIn(tenant, id)).toEqual(["bo", "cy"]);
    await patch([]);
    expect(await namesIn(tenant, id)).toEqual([]);
  });

  it("is left by members who are deleted, and read in pages", async () => {
    const { tenant, ada, bo, cy } = await program();
    const { id } = await createUserGroup(tenant.at(NOW), { name: "VIP", memberIds: [ada, bo, cy] });
    const first = await listGroupMembers(tenant.at(NOW), id, new URLSearchParams("limit=2&fetchTotalCount=true"));
    expect(first.paging).toMatchObject({ totalCount: 3 });
    const startingAfter = first.paging.nextCursor ?? "";
    const second = await listGroupMembers(tenant.at(NOW), id, new URLSearchParams({ limit: "2", startingAfter }));
    expect([...first.data, ...second.data].map(({ externalId }) => externalId).sort()).toEqual(["ada", "bo", "cy"]);
    await deleteMember(tenant.at(NOW), bo);
    expect(await namesIn(tenant, id)).toEqual(["ada", "cy"]);
    const gone = { code: "invalid_request", params: { errors: [{ pointer: "/memberIds/0" }] } };
    await expect(addGroupMembers(tenant.at(NOW), { id, members: { memberIds: [bo] } })).rejects.toMatchObject(gone);
  });

  it("names each member who is none of the program, and then changes nothing", async () => {
    const { tenant, ada } = await program();
    const stranger = (await program()).ada;
    const context = tenant.at(NOW);
    const { id } = await createUserGroup(context, { name: "VIP" });
    const pointers = (...names: string[]) => ({
      code: "invalid_request",
      params: { errors: names.map((pointer) => ({ pointer })) },
    });
    await expect(createUserGroup(context, { name: "x", memberIds: [ada, stranger] })).rejects.toMatchObject(
      pointers("/memberIds/1"),
    );
    await expect(
      addGroupMembers(context, { id, members: { memberIds: [stranger, ada], externalIds: ["ada", "nobody"] } }),
    ).rejects.toMatchObject(pointers("/memberIds/0", "/externalIds/1"));
    await expect(updateUserGroup(context, { id, patch: { memberIds: [stranger] } })).rejects.toMatchObject(
      pointers("/memberIds/0"),
    );
    expect(await namesIn(tenant, id)).toEqual([]);
    expect((await listUserGroups(context, new URLSearchParams())).data).toHaveLength(1);
    const foreign = (await program()).tenant.at(NOW);
    await expect(getUserGroup(foreign, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it.each<[object, string]>([
    [{}, "/memberIds"],
    [{ memberIds: [] }, "/memberIds"],
    [{ memberIds: Array.from({ length: 1001 }, () => randomUUID()) }, "/memberIds"],
    [{ memberIds: ["x"] }, "/memberIds/0"],
    [{ externalIds: [""] }, "/externalIds/0"],
    [{ members: [] }, "/members"],
  ])("takes no list such as %j", async (members, pointer) => {
    const { tenant } = await program();
    const { id } = await createUserGroup(tenant.at(NOW), { name: "VIP" });
    for (const change of [addGroupMembers, removeGroupMembers])
      await expect(change(tenant.at(NOW), { id, members })).rejects.toMatchObject({
        code: "invalid_request",
        params: { errors: expect.arrayContaining([expect.objectContaining({ pointer })]) },
      });
  });

  it("has who came and went in the audit trail", async () => {
    const { tenant, ada, bo } = await program();
    const context = tenant.at(NOW);
    const { id } = await createUserGroup(context, { name: "VIP", memberIds: [ada] });
    await addGroupMembers(context, { id, members: { externalIds: ["bo"] } });
    await removeGroupMembers(context, { id, members: { externalIds: ["ada"] } });
    await updateUserGroup(context, { id, patch: { memberIds: [ada] } });
    const trail = await listAuditEntries(context.scope, database.db, 50);
    const ofGroup = trail.filter(({ slug }) => slug === "user_group").map(({ after }) => after);
    expect(ofGroup).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ memberIds: [ada], name: "VIP" }),
        expect.objectContaining({ addedMemberIds: [bo] }),
        expect.objectContaining({ removedMemberIds: [ada] }),
      ]),
    );
    expect(ofGroup).toHaveLength(4);
  });
});
