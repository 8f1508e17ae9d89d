import { randomBytes } from "node:crypto";
import type { Tx } from "@/db/client";
import { insertPrograms, type ProgramRow } from "@/db/queries/programs";
import type { ProgramMode } from "@/lib/domain/record";
import { newId } from "@/lib/services/ids";

const newSecret = () => randomBytes(32).toString("base64url");

/** A new widget signing secret: what it is for, and 32 random bytes. */
export function newWidgetSecret(mode: ProgramMode): string {
  return `mp_${mode}_ws_${newSecret()}`;
}

/**
 * Creates a pair of programs, live and test: two tenants with nothing in common but their names.
 * @returns the live program, then the test program
 */
export async function createPair(
  tx: Tx,
  { organizationId, name, now }: { organizationId: string; name: string; now: number },
): Promise<{ live: ProgramRow; test: ProgramRow }> {
  const pairId = newId();
  const values = (mode: "live" | "test") => ({
    id: newId(),
    organizationId,
    pairId,
    mode,
    name,
    timeZone: null,
    defaultLanguage: "en",
    languages: ["en"],
    allowedOrigins: [],
    widgetSecret: newWidgetSecret(mode),
    cursorSecret: newSecret(),
    createdAt: now,
    updatedAt: now,
  });
  const [live, test] = await insertPrograms(tx, [values("live"), values("test")]);
  if (!live || !test) throw new Error("an insert of two programs answered fewer rows");
  return { live, test };
}
