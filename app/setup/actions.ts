"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { CredentialsState } from "@/components/console/account/credentials-form";
import { database } from "@/lib/auth/database";
import { completeSetup } from "@/lib/auth/first-owner";
import { AppError } from "@/lib/errors";

/** Makes the first owner with the one-time token of the link. */
export async function completeSetupAction(_previous: CredentialsState, form: FormData): Promise<CredentialsState> {
  const t = await getTranslations("setup");
  const [token, email, password] = ["token", "email", "password"].map((name) => String(form.get(name) ?? ""));
  const credentials = { email: (email ?? "").trim(), password: password ?? "" };
  const { db } = await database();
  let done: boolean;
  try {
    done = await completeSetup(db, token ?? "", credentials);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid_request") throw error;
    const wrong = error.params.errors?.map(({ pointer }) => pointer) ?? [];
    return {
      email: credentials.email,
      emailError: wrong.includes("/email") ? t("emailInvalid") : undefined,
      passwordError: wrong.includes("/password") ? t("passwordInvalid") : undefined,
    };
  }
  if (!done) return { email: credentials.email, message: t("used") };
  redirect("/sign-in?setup=done");
}
