import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { chooseLanguageAction, chooseProgramAction, signOutAction } from "@/app/preferences";
import { Brand } from "@/components/console/brand";
import { LanguageChoice } from "@/components/console/language-choice";
import { RewardIcon } from "@/components/console/shell/icons";
import { ModeBar } from "@/components/console/shell/mode-bar";
import { ProgramChoice } from "@/components/console/shell/program-choice";
import { SectionLink } from "@/components/console/shell/section-link";
import { Button } from "@/components/ui/button";
import { type ProgramChoice as Choice, consoleContext, programChoices, requireUser } from "@/lib/auth/session";

const SKIP_LINK =
  "sr-only rounded-md bg-accent px-3 py-2 text-accent-foreground focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-10";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { program } = await consoleContext();
  const [user, choices, t, locale] = await Promise.all([
    requireUser(),
    programChoices(),
    getTranslations(),
    getLocale(),
  ]);
  const option = (choice: Choice) => ({
    ...choice,
    modeLabel: t(`console.${choice.mode}`),
    switchLabel: t("console.switchTo", { name: `${choice.name} (${t(`console.${choice.mode}`)})` }),
  });
  return (
    <div className="flex min-h-dvh flex-col lg:h-dvh">
      <a href="#content" className={SKIP_LINK}>
        {t("console.skip")}
      </a>
      <ModeBar mode={program.mode} label={t(program.mode === "live" ? "console.liveBar" : "console.testBar")} />
      <div className="flex flex-1 flex-col lg:grid lg:min-h-0 lg:grid-cols-[15rem_1fr] lg:grid-rows-[1fr_auto]">
        <header className="flex min-w-0 flex-col gap-4 border-border border-b p-4 lg:overflow-y-auto lg:border-e lg:border-b-0">
          <Brand name={t("app.name")} />
          <ProgramChoice
            label={t("console.programs")}
            current={option(program)}
            others={choices.filter(({ id }) => id !== program.id).map(option)}
            action={chooseProgramAction}
          />
          <nav aria-label={t("console.navigation")}>
            <SectionLink href="/reward-logs" icon={<RewardIcon />}>
              {t("console.rewardLogs")}
            </SectionLink>
          </nav>
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="min-w-0 flex-1 p-4 outline-none sm:p-8 lg:row-span-2 lg:overflow-y-auto"
        >
          {children}
        </main>
        <footer className="flex min-w-0 flex-wrap items-center justify-between gap-3 border-border border-t p-4 lg:flex-col lg:items-stretch lg:border-e">
          <LanguageChoice label={t("console.language")} current={locale} action={chooseLanguageAction} />
          <form action={signOutAction} className="flex min-w-0 flex-wrap items-center justify-between gap-x-2">
            <span className="truncate text-muted text-xs" dir="ltr" title={user.email}>
              {user.email}
            </span>
            <Button type="submit" kind="quiet" size="small">
              {t("console.signOut")}
            </Button>
          </form>
        </footer>
      </div>
    </div>
  );
}
