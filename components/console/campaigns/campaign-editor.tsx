"use client";

import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { ListSkeleton } from "@/components/ui/list-table";
import { PageHeader } from "@/components/ui/page-header";
import { ReadError, useRead } from "@/lib/client/use-read";
import { CampaignForm } from "./campaign-form";
import type { CampaignEditorProps } from "./campaign-props";
import { type CampaignRecord, campaignQuery } from "./campaign-record";

/** The page of a streak or challenge: one form for it and its ladder, and the member's screen beside it. */
export function CampaignEditor(props: CampaignEditorProps) {
  const { slug, id } = props;
  const tErrors = useTranslations("errors");
  const t = useTranslations(slug === "streak" ? "streaks" : "challenges");
  const query = id === null ? "" : campaignQuery(slug, id);
  const { data, error } = useRead<CampaignRecord>("campaign", query, { enabled: id !== null });
  if (id === null) return <CampaignForm key="new" {...props} saved={null} />;
  // While another one is on its way, the last one is still there.
  if (data?.record.id === id) return <CampaignForm key={id} {...props} saved={data} />;
  return (
    <div className="mx-auto flex max-w-7xl flex-col gap-6">
      <PageHeader title={t("one")} />
      {error ? (
        <EmptyState title={t("one")}>{tErrors(error instanceof ReadError ? error.code : "not_ready")}</EmptyState>
      ) : (
        <ListSkeleton />
      )}
    </div>
  );
}
