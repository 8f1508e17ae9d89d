import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { acceptedLanguages } from "@/lib/domain/language-tag";
import { isLocale, type Locale, resolveLocale } from "./locales";

/** Holds the language that the reader chose; without it the browser's languages decide. */
export const LOCALE_COOKIE = "milepost.locale";

async function requestedLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  if (isLocale(chosen)) return chosen;
  return resolveLocale(acceptedLanguages((await headers()).get("accept-language")));
}

/** What next-intl asks for on every request. Times of a program name its own zone where they are shown. */
export default getRequestConfig(async () => {
  const locale = await requestedLocale();
  const { default: messages } = await import(`@/messages/console/${locale}.json`);
  return { locale, messages, timeZone: "UTC", now: new Date() };
});
