import type { ProgramRow } from "@/db/queries/program-settings";

/** A program's settings as people see them: no secrets. */
export function presentProgram({ id, mode, name, timeZone, defaultLanguage, languages, allowedOrigins }: ProgramRow) {
  return { id, mode, name, timeZone, defaultLanguage, languages, allowedOrigins };
}
