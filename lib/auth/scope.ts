import type { ProgramRow } from "@/db/queries/programs";
import type { ProgramContext, TenantScope } from "@/lib/services/context";

/** Mints the tenant scope of a program for a caller who was let in. The only place that does. */
export function mintScope(program: ProgramRow): { scope: TenantScope; program: ProgramContext } {
  const { id, organizationId, mode, name, timeZone, defaultLanguage, languages, cursorSecret } = program;
  return {
    scope: { programId: id } as TenantScope,
    program: { id, organizationId, mode, name, timeZone, defaultLanguage, languages, cursorSecret },
  };
}
