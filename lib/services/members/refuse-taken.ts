import { AppError } from "@/lib/errors";
import { violatedUnique } from "@/lib/services/conflicts";

const TAKEN = { member_external_id: "externalId", member_wallet: "walletAddress" } as const;

/** Runs a write of a member; a value that another member has becomes AppError `conflict` that points at the field. */
export async function refuseTaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    const index = violatedUnique(error);
    const field = index !== null && index in TAKEN ? TAKEN[index as keyof typeof TAKEN] : null;
    if (!field) throw error;
    throw new AppError("conflict", {
      detail: `Another member of this program has this ${field}.`,
      errors: [{ pointer: `/${field}`, code: "taken", message: "belongs to another member" }],
    });
  }
}
