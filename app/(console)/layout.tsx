import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { chooseLanguageAction, chooseThemeAction, signOutAction } from "@/app/preferences";
import { signInPlaceAction } from "@/app/sign-in/actions";
import { Brand } from "@/components/console/brand";
import { CommandPalette } from "@/components/console/palette/command-palette";
import { ConsoleProviders } from "@/components/console/shell/console-providers";
import { ModeBar } from "@/components/console/shell/mode-bar";
import { PhoneNavigation } from "@/components/console/shell/phone-navigation";
import { ProgramChoice } from "@/components/console/shell/program-choice";
import { SectionLinks } from "@/components/console/shell/section-link";
import { UserMenu } from "@/components/console/shell/user-menu";
import { Link } from "@/components/ui/link";
import { consoleContext, programChoices, programInAddress, requireUser, roleIn } from "@/lib/auth/session";
import { roleNamed } from "@/lib/domain/team";
import { readTheme, THEME_COOKIE } from "@/lib/i18n/themes";

const SKIP_LINK =
  "sr-only rounded-md bg-accent px-3 py-2 text-accent-foreground focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-10";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const context = await consoleContext();
  const { program, actor } = context;
  const [user, choices, inAddress, keptRole, t, locale, store] = await Promise.all([
    requireUser(),
    programChoices(),
    programInAddress(context),
    roleIn(context),
    getTranslations(),
    getLocale(),
    cookies(),
  ]);
  const role = roleNamed(keptRole);
  const { id, name, mode, timeZone, defaultLanguage } = program;
  return (
    <ConsoleProviders
      key={id}
      locale={locale}
      program={{
        id,
        name,
        mode,
        timeZone: timeZone ?? "UTC",
        defaultLanguage,
        scopes: actor.kind === "user" ? actor.scopes : [],
        role,
      }}
      inAddress={inAddress}
      email={user.email}
      signIn={signInPlaceAction}
    >
      <div className="flex min-h-dvh flex-col lg:h-dvh">
        <a href="#content" className={SKIP_LINK}>
          {t("console.skip")}
        </a>
        <ModeBar mode={mode} label={t(mode === "live" ? "console.liveBar" : "console.testBar")} />
        <header className="flex h-14 min-w-0 shrink-0 items-center gap-1 border-border border-b bg-surface px-2 sm:gap-2 sm:px-4">
          <PhoneNavigation />
          <Link href="/" className="flex rounded max-sm:hidden lg:w-52">
            <Brand name={t("app.name")} />
          </Link>
          <ProgramChoice current={{ id, name, mode }} others={choices.filter((choice) => choice.id !== id)} />
          <div className="ms-auto flex shrink-0 items-center gap-1 sm:gap-2">
            <CommandPalette />
            <UserMenu
              email={user.email}
              role={role && t("roles.yours", { role: t(`roles.names.${role}`) })}
              locale={locale}
              theme={readTheme(store.get(THEME_COOKIE)?.value)}
              chooseLanguage={chooseLanguageAction}
              chooseTheme={chooseThemeAction}
              signOut={signOutAction}
            />
          </div>
        </header>
        <div className="flex flex-1 flex-col lg:grid lg:min-h-0 lg:grid-cols-[15rem_1fr]">
          <nav
            aria-label={t("console.navigation")}
            className="border-border border-e bg-surface p-3 max-lg:hidden lg:overflow-y-auto"
          >
            <SectionLinks />
          </nav>
          <main
            id="content"
            tabIndex={-1}
            className="relative min-w-0 flex-1 p-4 outline-none sm:p-8 lg:overflow-y-auto"
          >
            {children}
          </main>
        </div>
      </div>
    </ConsoleProviders>
  );
}
