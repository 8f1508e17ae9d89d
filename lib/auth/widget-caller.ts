import { z } from "zod";
import type { ProgramRow } from "@/db/queries/programs";
import { findWidget, type WidgetData } from "@/db/queries/widget";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { database } from "./database";
import { type MemberClaims, unverifiedClaims, verifyMemberToken } from "./member-token";
import { mintScope } from "./scope";

/** Who asks for a widget: a member with claims and a context, a guest without, or one whose token is no longer good. */
export interface WidgetCaller {
  program: Pick<
    ProgramRow,
    "name" | "timeZone" | "defaultLanguage" | "allowedOrigins" | "widgetTheme" | "widgetSeenAt"
  >;
  /** What there is to see; of the member only when `member` is set. */
  data: WidgetData;
  member: MemberClaims | null;
  context: ServiceContext | null;
  ended: boolean;
}

/**
 * Tells who asks for the widget of a program, with all that there is to see, in one statement; null when there is no
 * such program. `token` is null for guests.
 */
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
      return await memberCaller(db, programId, token, now, requestId);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "unauthenticated") throw error;
    }
  }
  const found = await findWidget(db, programId, null);
  return found ? { ...found, member: null, context: null, ended: token !== null } : null;
}

async function memberCaller(
  db: ServiceContext["db"],
  programId: string,
  token: string,
  now: number,
  requestId: string,
): Promise<WidgetCaller | null> {
  const { externalId } = unverifiedClaims(token);
  const found = await findWidget(db, programId, externalId);
  if (!found) return null;
  const { program, data } = found;
  const member = await verifyMemberToken(token, program, now);
  const actor = { kind: "member" as const, externalId, memberId: data.member?.id ?? null };
  return { program, data, member, context: { db, ...mintScope(program), actor, now, requestId }, ended: false };
}
