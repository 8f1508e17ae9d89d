import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { createLogs } from "@/lib/services/activity/create-log";
import { listMembers } from "@/lib/services/members/list-members";
import { updateMember } from "@/lib/services/members/update-member";
import { earnRewards } from "@/lib/services/reward-codes/testing/earn-rewards";
import { exportMemberList } from "./read";

const NOW = "2026-04-20T12:00:00Z";
const LATER = "2026-04-20T13:00:00Z";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it("an export of the members by last change has whoever changes while it runs", async () => {
  const tenant = await newTenant(database.db);
  const { streakId } = await earnRewards(tenant.at(NOW), { members: 1 });
  const logs = Array.from({ length: 1001 }, (_, position) => ({
    streakId,
    ownedBy: { externalId: `p${position}` },
    activityAt: NOW,
    activityId: "a",
    uniqueIdentifier: `p${position}`,
  }));
  for (const some of [logs.slice(0, 500), logs.slice(500)]) await createLogs(tenant.at(NOW), "streak", some);

  const pieces = await exportMemberList(tenant.at(NOW), new URLSearchParams("sort=updated"));
  await pieces.next();
  // The first page is fetched by now, and m0, the oldest, is on the second.
  const filters = JSON.stringify({ fieldSlug: "externalId", operator: "eq", value: "m0" });
  const { data } = await listMembers(tenant.at(NOW), new URLSearchParams({ filters }));
  await updateMember(tenant.at(LATER), { id: String(data[0]?.["id"]), patch: { displayName: "Ada" } });
  let text = "";
  for await (const piece of pieces) text += piece;
  const rows = text.trimEnd().split("\r\n");
  expect(rows).toHaveLength(1002);
  expect(rows.filter((row) => row.includes(",m0,"))).toHaveLength(1);
});
