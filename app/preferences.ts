"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { getAuth } from "@/lib/auth/better-auth";
import { safeReturnTo } from "@/lib/auth/return-to";
import { isLocale } from "@/lib/i18n/locales";
import { LOCALE_COOKIE } from "@/lib/i18n/request";
import { readTheme, THEME_COOKIE } from "@/lib/i18n/themes";

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const KEPT = { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax", httpOnly: true } as const;

/** Keeps the language that the reader chose. */
export async function chooseLanguageAction(form: FormData): Promise<void> {
  const locale = form.get("locale");
  if (typeof locale === "string" && isLocale(locale)) (await cookies()).set(LOCALE_COOKIE, locale, KEPT);
}

/** Keeps the look that the reader chose; as the system does is what stands without a choice. */
export async function chooseThemeAction(theme: string): Promise<void> {
  const store = await cookies();
  const chosen = readTheme(theme);
  if (chosen === "system") store.delete(THEME_COOKIE);
  else store.set(THEME_COOKIE, chosen, KEPT);
}

/** Ends the session, here and in the database, and leads to sign-in or where the form says. */
export async function signOutAction(form?: FormData): Promise<void> {
  const auth = await getAuth();
  const store = await cookies();
  await auth.api.signOut({ headers: await headers() });
  const { authCookies } = await auth.$context;
  store.delete(authCookies.sessionToken.name);
  const returnTo = form?.get("returnTo");
  redirect(typeof returnTo === "string" ? safeReturnTo(returnTo) : "/sign-in");
}
