"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { CredentialsState } from "@/components/console/account/credentials-form";
import type { JoinState } from "@/components/console/account/join-form";
import { acceptInvite, joinByInvite } from "@/lib/auth/accept-invite";
import { getAuth } from "@/lib/auth/better-auth";
import { database } from "@/lib/auth/database";
import { currentUser } from "@/lib/auth/session";
import { keepSession } from "@/lib/auth/session-cookies";
import { startSession } from "@/lib/auth/sign-in";
import { addressWithProgram } from "@/lib/contracts/program-address";
import { AppError } from "@/lib/errors";

/** Where an invite is looked at; one that does not work says why. */
const placeOf = (token: string) => `/invite?token=${encodeURIComponent(token)}`;

/** Makes the account of whoever opened an invite's link, signs it in and leads to the program. */
export async function acceptInviteAction(_previous: CredentialsState, form: FormData): Promise<CredentialsState> {
  const read = (name: string) => String(form.get(name) ?? "");
  const [token, typed] = [read("token"), { name: read("name"), email: read("email").trim() }];
  const password = read("password");
  const { db } = await database();
  let program: string;
  try {
    program = await acceptInvite(db, token, { ...typed, password }, Date.now());
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") redirect(placeOf(token));
    if (!(error instanceof AppError) || error.code !== "invalid_request") throw error;
    return { ...typed, ...(await refusals(error)) };
  }
  const auth = await getAuth();
  await keepSession(auth, await startSession(auth, { email: typed.email.toLowerCase(), password }, await headers()));
  redirect(addressWithProgram("/", program));
}

async function refusals({ params }: AppError): Promise<Omit<CredentialsState, "name" | "email">> {
  const [t, tSetup] = await Promise.all([getTranslations("invite"), getTranslations("setup")]);
  const codeAt = (pointer: string) => params.errors?.find((error) => error.pointer === pointer)?.code;
  const emailCode = codeAt("/email");
  return {
    ...(codeAt("/name") ? { nameError: t("nameInvalid") } : {}),
    ...(emailCode ? { emailError: emailCode === "taken" ? t("taken") : tSetup("emailInvalid") } : {}),
    ...(codeAt("/password") ? { passwordError: tSetup("passwordInvalid") } : {}),
  };
}

/** Lets who is signed in join by an invite, and leads to the program. */
export async function joinAction(_previous: JoinState, form: FormData): Promise<JoinState> {
  const token = String(form.get("token") ?? "");
  const user = await currentUser();
  if (!user) redirect(placeOf(token));
  const { db } = await database();
  let program: string;
  try {
    program = await joinByInvite(db, token, user.id, Date.now());
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return { already: true };
    if (error instanceof AppError && error.code === "not_found") redirect(placeOf(token));
    throw error;
  }
  redirect(addressWithProgram("/", program));
}
