import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import { type Db, transaction } from "@/db/client";
import { insertOrganization, insertPrograms, type ProgramRow } from "@/db/queries/programs";
import { mintScope } from "@/lib/auth/scope";
import { SCOPES } from "@/lib/contracts/scopes";
import type { ServiceContext } from "@/lib/services/context";

export interface Tenant {
  program: ProgramRow;
  /** A server with every scope, at a moment of the test's choice. */
  at(now: number | string): ServiceContext;
}

/** A tenant of its own for one test: a new organization with one live program. */
export async function newTenant(db: Db, values: Partial<ProgramRow> = {}): Promise<Tenant> {
  const organizationId = v7();
  const program = await transaction(db, async (tx) => {
    const createdAt = Date.UTC(2026, 0, 1);
    await insertOrganization(tx, {
      id: organizationId,
      name: "Test",
      slug: organizationId,
      createdAt: new Date(createdAt),
    });
    const [made] = await insertPrograms(tx, [
      {
        id: v7(),
        organizationId,
        pairId: v7(),
        mode: "live",
        name: "Test",
        timeZone: null,
        defaultLanguage: "en",
        languages: ["en"],
        allowedOrigins: [],
        widgetSecret: randomUUID(),
        cursorSecret: randomUUID(),
        createdAt,
        updatedAt: createdAt,
        ...values,
      },
    ]);
    if (!made) throw new Error("no program");
    return made;
  });
  const actor = { kind: "key" as const, id: v7(), scopes: SCOPES };
  return {
    program,
    at: (now) => ({ db, ...mintScope(program), actor, now: new Date(now).getTime(), requestId: "test" }),
  };
}
