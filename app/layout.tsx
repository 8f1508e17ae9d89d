import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ErrorTextsProvider } from "@/components/console/error-texts";
import { directionOf } from "@/lib/i18n/locales";
import { readTheme, THEME_COOKIE } from "@/lib/i18n/themes";
import "./globals.css";

// Every page asks who is signed in, and its security policy has a nonce of its own.
export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app");
  return { title: { default: t("name"), template: `%s · ${t("name")}` }, description: t("tagline"), robots: "noindex" };
}

export async function generateViewport(): Promise<Viewport> {
  const theme = await chosenTheme();
  return { colorScheme: theme === "system" ? "light dark" : theme };
}

async function chosenTheme() {
  return readTheme((await cookies()).get(THEME_COOKIE)?.value);
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, t, theme] = await Promise.all([getLocale(), getTranslations("errorPage"), chosenTheme()]);
  const errorTexts = { title: t("title"), body: t("body"), retry: t("retry") };
  return (
    <html
      lang={locale}
      dir={directionOf(locale)}
      className={GeistSans.variable}
      data-theme={theme === "system" ? undefined : theme}
    >
      <body className="min-h-dvh font-sans text-sm antialiased">
        <ErrorTextsProvider texts={errorTexts}>
          <NextIntlClientProvider>{children}</NextIntlClientProvider>
        </ErrorTextsProvider>
      </body>
    </html>
  );
}
