import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { v7 } from "uuid";
import { listProgramsOfUser } from "@/db/queries/programs";
import { programOfAddress } from "@/lib/contracts/program-address";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { getAuth } from "./better-auth";
import { database } from "./database";
import { scopesOfRole } from "./roles";
import { mintScope } from "./scope";

/** What address the reader asked for, as proxy.ts tells. */
const RETURN_TO_HEADER = "x-milepost-return-to";

export interface ConsoleUser {
  id: string;
  email: string;
  name: string;
}

async function askedAddress(): Promise<string> {
  return (await headers()).get(RETURN_TO_HEADER) ?? "/";
}

/** Who is signed in, or null. */
export const currentUser = cache(async (): Promise<ConsoleUser | null> => {
  const auth = await getAuth();
  // A page that is rendered behind the action that signed in has the session in its cookies only.
  const asked = new Headers(await headers());
  asked.set("cookie", (await cookies()).toString());
  const session = await auth.api.getSession({ headers: asked });
  return session && { id: session.user.id, email: session.user.email, name: session.user.name };
});

/** The signed-in user; anybody else is led to sign-in, and from there back to the address that was asked for. */
export async function requireUser(): Promise<ConsoleUser> {
  const user = await currentUser();
  if (user) return user;
  const returnTo = await askedAddress();
  redirect(returnTo === "/" ? "/sign-in" : `/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
}

const programsOf = cache(async (userId: string) => {
  const { db } = await database();
  return listProgramsOfUser(db, userId);
});

/** A program that the user may look at, as the console's switcher shows it. */
export interface ProgramChoice {
  id: string;
  name: string;
  mode: "live" | "test";
}

export async function programChoices(): Promise<ProgramChoice[]> {
  const user = await requireUser();
  return (await programsOf(user.id)).map(({ program: { id, name, mode } }) => ({ id, name, mode }));
}

/**
 * The program that every address has to carry, or null where it goes without saying: an address without one means the
 * user's live program, as long as there is just one.
 */
export async function programInAddress({ program }: ServiceContext): Promise<string | null> {
  const live = (await programChoices()).filter(({ mode }) => mode === "live");
  return live.length === 1 && live[0]?.id === program.id ? null : program.id;
}

/** What the signed-in user is in the program, as the sign-in tables keep it. */
export async function roleIn({ program }: ServiceContext): Promise<string> {
  const programs = await programsOf((await requireUser()).id);
  return programs.find((own) => own.program.id === program.id)?.role ?? "";
}

/** The context of a user in a program among the user's own; null takes the first live one. */
async function contextIn(user: ConsoleUser, wanted: string | null): Promise<ServiceContext | null> {
  const programs = await programsOf(user.id);
  const found =
    wanted === null
      ? (programs.find(({ program }) => program.mode === "live") ?? programs[0])
      : programs.find(({ program }) => program.id === wanted);
  if (!found) return null;
  const { db } = await database();
  return {
    db,
    ...mintScope(found.program),
    actor: { kind: "user", id: user.id, scopes: scopesOfRole(found.role) },
    now: Date.now(),
    requestId: v7(),
  };
}

/**
 * What services are handed when a console user asks for a page, in the program that its address names. Leads to
 * sign-in, or to a page that explains, when there is no such thing; another's program is not found, like none at all.
 */
export const consoleContext = cache(async (): Promise<ServiceContext> => {
  const user = await requireUser();
  const wanted = programOfAddress(await askedAddress());
  const context = await contextIn(user, wanted);
  if (context) return context;
  return wanted === null ? redirect("/no-access") : notFound();
});

/**
 * As `consoleContext`, for actions and reads: it leads nowhere, and the page says of which program it is.
 * @throws AppError `unauthenticated`; `not_found` for a program that is not the user's
 */
export async function contextOfProgram(id: string | null): Promise<ServiceContext> {
  const user = await currentUser();
  if (!user) throw new AppError("unauthenticated");
  const context = await contextIn(user, id);
  if (!context) throw new AppError("not_found");
  return context;
}
