import { v7 } from "uuid";
import { type Db, transaction } from "@/db/client";
import { insertPerson } from "@/db/queries/console-users";
import { scopesOfRole } from "@/lib/auth/roles";
import type { ServiceContext } from "@/lib/services/context";
import type { Tenant } from "./tenant";

/** Somebody with a role in a tenant's organization, who cannot sign in; `at` is the context of what the person does. */
export async function newColleague(db: Db, tenant: Tenant, role: string) {
  const userId = v7();
  const email = `${role}-${userId}@example.com`;
  const person = { userId, accountId: v7(), membershipId: v7(), email, name: role, role, passwordHash: "none" };
  const { organizationId } = tenant.program;
  await transaction(db, (tx) => insertPerson(tx, { ...person, organizationId }, new Date(Date.UTC(2026, 0, 1))));
  const at = (now: number | string): ServiceContext => ({
    ...tenant.at(now),
    actor: { kind: "user", id: userId, scopes: scopesOfRole(role) },
  });
  return { userId, email, at };
}
