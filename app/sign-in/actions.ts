"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { CredentialsState } from "@/components/console/account/credentials-form";
import { getAuth } from "@/lib/auth/better-auth";
import { safeReturnTo } from "@/lib/auth/return-to";
import { keepSession } from "@/lib/auth/session-cookies";
import { type SignInResult, signIn } from "@/lib/auth/sign-in";
import { getEnv } from "@/lib/env";

/** Signs in and leads to where the reader wanted to go; otherwise says why not, in plain words. */
export async function signInAction(_previous: CredentialsState, form: FormData): Promise<CredentialsState> {
  const email = String(form.get("email") ?? "").trim();
  const message = await signInPlaceAction(email, String(form.get("password") ?? ""));
  if (message !== null) return { email, message };
  redirect(safeReturnTo(String(form.get("returnTo") ?? "")));
}

/** Signs in and stays where the reader is: null, or why not, in plain words. */
export async function signInPlaceAction(email: string, password: string): Promise<string | null> {
  const t = await getTranslations("signIn");
  if (email === "" || password === "") return t("incomplete");

  const auth = await getAuth();
  const result = await signIn(auth, { email, password }, await headers(), getEnv().PUBLIC_URL);
  if (result.outcome !== "signed-in") return refusal(result, t);

  await keepSession(auth, result.cookies);
  return null;
}

function refusal(
  result: Exclude<SignInResult, { outcome: "signed-in" }>,
  t: Awaited<ReturnType<typeof getTranslations<"signIn">>>,
): string {
  if (result.outcome === "throttled") return t("throttled", { seconds: result.retryAfterSeconds });
  return t(result.outcome);
}
