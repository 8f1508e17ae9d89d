"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Time } from "@/components/console/lists/time";
import { languageName } from "@/components/console/translations/language-name";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { HomeView } from "./home-view";

/** Rewards that members wait for: how many, since when, and the way to the queue. */
export function WaitingRewards({ waiting }: { waiting: HomeView["waiting"] }) {
  const t = useTranslations("home");
  const { count, most, oldestAt } = waiting;
  return (
    <Group title={t("rewards")}>
      <Row
        href="/reward-logs?state=pending"
        icon="ticket"
        title={t(count < most ? "waiting" : "waitingMany", { count })}
      >
        {oldestAt ? t.rich("oldest", { at: () => <Time at={oldestAt} /> }) : null}
      </Row>
    </Group>
  );
}

interface OpenDraftsProps {
  drafts: HomeView["drafts"];
  more: HomeView["moreDrafts"];
}

/** Campaigns that are not live yet, those changed last first, and the way to the rest. */
export function OpenDrafts({ drafts, more }: OpenDraftsProps) {
  const t = useTranslations("home");
  return (
    <Group title={t("drafts")}>
      {drafts.map(({ slug, id, name, updatedAt }) => (
        <Row
          key={id}
          href={`/${slug}s/${id}`}
          icon={slug === "streak" ? "flame" : "target"}
          title={<bdi className="wrap-anywhere">{name}</bdi>}
        >
          {t.rich("changed", { at: () => <Time at={updatedAt} /> })}
        </Row>
      ))}
      {more.map((slug) => (
        <Row key={slug} href={`/${slug}s?status=draft`} icon="more" title={t(`allDrafts.${slug}`)} />
      ))}
    </Group>
  );
}

/** Languages in which members would read another language, and the way to their texts. */
export function OpenLanguages({ texts }: { texts: HomeView["texts"] }) {
  const t = useTranslations("home");
  const locale = useLocale();
  return (
    <Group title={t("texts")}>
      {texts.map(({ language, missing, outdated }) => (
        <Row
          key={language}
          href={`/translations?language=${language}`}
          icon="globe"
          title={languageName(language, locale)}
        >
          {[missing > 0 ? t("missing", { count: missing }) : "", outdated > 0 ? t("outdated", { count: outdated }) : ""]
            .filter(Boolean)
            .join(" · ")}
        </Row>
      ))}
    </Group>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <h3 className="font-medium text-muted text-xs">{title}</h3>
      <ul className="-mx-2 flex flex-col">{children}</ul>
    </div>
  );
}

interface RowProps {
  href: string;
  icon: IconName;
  title: ReactNode;
  children?: ReactNode;
}

function Row({ href, icon, title, children }: RowProps) {
  return (
    <li>
      <Link href={href} className="flex min-w-0 items-center gap-3 rounded-md px-2 py-2.5 hover:bg-surface-hover">
        <Icon name={icon} className="text-muted" />
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
          <span className="font-medium">{title}</span>
          <span className="text-muted text-xs">{children}</span>
        </span>
        <Icon name="chevron-down" className="-rotate-90 text-muted rtl:rotate-90" />
      </Link>
    </li>
  );
}
