import { AppError } from "@/lib/errors";
import { violatedUnique } from "@/lib/services/conflicts";

/**
 * Runs a write of a record; a value that another record of its kind has becomes AppError `conflict` that points at the
 * field. `fields` names the field of each unique index.
 */
export async function refuseTaken<T>(
  write: Promise<T>,
  noun: string,
  fields: Readonly<Record<string, string>>,
): Promise<T> {
  try {
    return await write;
  } catch (error) {
    const index = violatedUnique(error);
    const field = index !== null && Object.hasOwn(fields, index) ? fields[index] : undefined;
    if (field === undefined) throw error;
    throw new AppError("conflict", {
      detail: `Another ${noun} of this program has this ${field}.`,
      errors: [{ pointer: `/${field}`, code: "taken", message: `belongs to another ${noun}` }],
    });
  }
}
