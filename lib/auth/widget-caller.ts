import { z } from "zod";
import { findProgram, type ProgramRow } from "@/db/queries/programs";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { database } from "./database";
import { admitMember } from "./member-token";

/** Who asks for a widget: a member with a context, a guest without one, or a guest whose token is no longer good. */
export interface WidgetCaller {
  program: Pick<ProgramRow, "name" | "timeZone" | "defaultLanguage" | "allowedOrigins">;
  context: ServiceContext | null;
  ended: boolean;
}

/** Tells who asks for the widget of a program; null when there is no such program. `token` is null for guests. */
export async function widgetCaller(
  programId: string,
  token: string | null,
  now: number,
  requestId: string,
): Promise<WidgetCaller | null> {
  if (!z.uuid().safeParse(programId).success) return null;
  const { db } = await database();
  if (token !== null) {
    try {
      return { ...(await admitMember(db, programId, token, now, requestId)), ended: false };
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "unauthenticated") throw error;
    }
  }
  const program = await findProgram(db, programId);
  return program ? { program, context: null, ended: token !== null } : null;
}
