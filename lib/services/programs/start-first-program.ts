import { type Db, transaction } from "@/db/client";
import { findFirstProgram, insertOrganization, lockFirstBoot, type ProgramRow } from "@/db/queries/programs";
import { newId } from "@/lib/services/ids";
import { createPair } from "./create-pair";

/**
 * Makes sure that there is an organization with a pair of programs: what an empty database lacks.
 * @returns the first live program, and whether this call made it
 */
export function startFirstProgram(db: Db, now: number): Promise<{ program: ProgramRow; created: boolean }> {
  return transaction(db, async (tx) => {
    await lockFirstBoot(tx);
    const known = await findFirstProgram(tx);
    if (known) return { program: known, created: false };
    const organizationId = newId();
    await insertOrganization(tx, {
      id: organizationId,
      name: "My company",
      slug: "my-company",
      createdAt: new Date(now),
    });
    const { live } = await createPair(tx, { organizationId, name: "My programme", now });
    return { program: live, created: true };
  });
}
