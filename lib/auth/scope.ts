import { z } from "zod";
import type { ProgramRow } from "@/db/queries/programs";
import { AppError } from "@/lib/errors";
import type { ProgramContext, TenantScope } from "@/lib/services/context";

/** Mints the tenant scope of a program for a caller who was let in. Nobody but this file does. */
export function mintScope(program: ProgramRow): { scope: TenantScope; program: ProgramContext } {
  const { id, organizationId, mode, name, timeZone, defaultLanguage, languages, cursorSecret } = program;
  return {
    scope: { programId: id } as TenantScope,
    program: { id, organizationId, mode, name, timeZone, defaultLanguage, languages, cursorSecret },
  };
}

/**
 * The scope of a program for what everybody may see of it: the bytes of its icons.
 * @throws AppError `not_found` for what is no program's id
 */
export function mintPublicScope(programId: string): TenantScope {
  if (!z.uuid().safeParse(programId).success) throw new AppError("not_found");
  return { programId } as TenantScope;
}
