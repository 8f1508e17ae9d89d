"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { useCan } from "@/lib/client/program";

const PARTS = [
  { href: "/settings", title: "settings.program" },
  { href: "/settings/team", title: "team.title" },
] as const;

interface SettingsHeaderProps {
  intro: string;
  actions?: ReactNode;
}

/** The top of the settings and, for who may see the team, the way from the program's to the team's. */
export function SettingsHeader({ intro, actions }: SettingsHeaderProps) {
  const t = useTranslations();
  const path = usePathname();
  const seesTeam = useCan("team:write");
  return (
    <>
      <PageHeader title={t("settings.title")} intro={intro} actions={actions} />
      {seesTeam ? (
        <nav aria-label={t("settings.parts")} className="border-border border-b">
          <ul className="flex gap-1">
            {PARTS.map(({ href, title }) => (
              <li key={href}>
                <Link
                  href={href}
                  aria-current={path === href ? "page" : undefined}
                  className="-mb-px inline-flex h-10 items-center border-transparent border-b-2 px-3 font-medium text-muted hover:text-foreground aria-[current=page]:border-accent aria-[current=page]:text-foreground"
                >
                  {t(title)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </>
  );
}
