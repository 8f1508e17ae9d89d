import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ErrorTextsProvider } from "@/components/console/error-texts";
import { directionOf } from "@/lib/i18n/locales";
import "./globals.css";

// Every page asks who is signed in, and its security policy has a nonce of its own.
export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app");
  return { title: { default: t("name"), template: `%s · ${t("name")}` }, description: t("tagline"), robots: "noindex" };
}

export const viewport: Viewport = { colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("errorPage")]);
  const errorTexts = { title: t("title"), body: t("body"), retry: t("retry") };
  return (
    <html lang={locale} dir={directionOf(locale)} className={GeistSans.variable}>
      <body className="min-h-dvh font-sans text-sm antialiased">
        <ErrorTextsProvider texts={errorTexts}>{children}</ErrorTextsProvider>
      </body>
    </html>
  );
}
