"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ListSkeleton } from "@/components/ui/list-table";
import { PageHeader } from "@/components/ui/page-header";
import { useProgram } from "@/lib/client/program";
import { ReadError, useRead } from "@/lib/client/use-read";
import { FirstSteps } from "./first-steps";
import type { HomeView } from "./home-view";
import { OpenDrafts, OpenLanguages, WaitingRewards } from "./needs";

/** Where a day begins: what needs somebody's hand, and what a new program still lacks. */
export function Home({ origin }: { origin: string }) {
  const t = useTranslations("home");
  const tErrors = useTranslations("errors");
  const { name } = useProgram();
  const { data: home, error } = useRead<HomeView>("home");
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-6">
      <PageHeader title={t("title")} intro={t("intro", { name })} />
      {error && !home ? (
        <EmptyState title={t("failedTitle")}>
          {tErrors(error instanceof ReadError ? error.code : "not_ready")}
        </EmptyState>
      ) : null}
      {!home && !error ? <ListSkeleton /> : null}
      {home ? (
        <>
          <FirstSteps steps={home.steps} origin={origin} />
          <Needs home={home} />
        </>
      ) : null}
    </div>
  );
}

function Needs({ home }: { home: HomeView }) {
  const t = useTranslations("home");
  const { waiting, drafts, moreDrafts, texts } = home;
  if (waiting.count === 0 && drafts.length === 0 && texts.length === 0)
    return <EmptyState title={t("quietTitle")}>{t("quiet")}</EmptyState>;
  return (
    <Card title={t("needs")}>
      <div className="flex flex-col gap-6">
        {waiting.count > 0 ? <WaitingRewards waiting={waiting} /> : null}
        {drafts.length > 0 ? <OpenDrafts drafts={drafts} more={moreDrafts} /> : null}
        {texts.length > 0 ? <OpenLanguages texts={texts} /> : null}
      </div>
    </Card>
  );
}
