"use client";

import { useTranslations } from "next-intl";
import type { IconName } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { LOCALE_NAMES, LOCALES, type Locale } from "@/lib/i18n/locales";
import { THEMES, type Theme } from "@/lib/i18n/themes";

interface UserMenuProps {
  email: string;
  /** What the user is in the program, in words. */
  role: string | null;
  locale: Locale;
  theme: Theme;
  chooseLanguage: (form: FormData) => Promise<void>;
  chooseTheme: (theme: string) => Promise<void>;
  signOut: () => Promise<void>;
}

const THEME_ICONS: Record<Theme, IconName> = { system: "monitor", light: "sun", dark: "moon" };

/** Who is signed in, how the console looks to them, and the way out. */
export function UserMenu({ email, role, locale, theme, chooseLanguage, chooseTheme, signOut }: UserMenuProps) {
  const t = useTranslations("console");
  const languages = LOCALES.map((item) => ({
    id: `language-${item}`,
    label: LOCALE_NAMES[item],
    lang: item,
    chosen: item === locale,
    onAction: () => {
      const form = new FormData();
      form.set("locale", item);
      return chooseLanguage(form);
    },
  }));
  const themes = THEMES.map((item) => ({
    id: `theme-${item}`,
    label: t(`themes.${item}`),
    icon: THEME_ICONS[item],
    chosen: item === theme,
    onAction: () => chooseTheme(item),
  }));
  return (
    <Menu
      label={t("account")}
      triggerClassName="inline-flex size-9 shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent-soft-foreground text-xs uppercase outline-none before:content-[attr(data-initials)] data-[focus-visible]:focus-ring"
      initials={email.slice(0, 2)}
      groups={[
        { id: "theme", title: t("theme"), actions: themes },
        { id: "language", title: t("language"), actions: languages },
        {
          id: "account",
          title: role ? `${email} · ${role}` : email,
          actions: [{ id: "sign-out", label: t("signOut"), icon: "sign-out", onAction: signOut }],
        },
      ]}
    />
  );
}
