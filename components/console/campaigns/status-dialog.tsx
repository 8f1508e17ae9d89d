"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Confirm } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { showToast } from "@/components/ui/toast";
import { type ConsoleAction, useAction } from "@/lib/client/use-action";
import { ReadError, useRead } from "@/lib/client/use-read";
import type { ParentSlug, Status } from "@/lib/domain/record";
import { campaignQuery } from "./campaign-record";
import { useLanguageName } from "./use-language-name";

/** What a change of status meets, as the read `status-outlook` answers it. */
interface Outlook {
  membersInProgress: number;
  endingWithinDay: number;
  endingWithinWeek: number;
  liveMilestones: number;
  rewardsPending: number;
  rewardsValid: number;
  incomplete: { language: string; missing: number; outdated: number }[];
}

export type ChangeStatus = ConsoleAction<{ slug: ParentSlug; id: string; status: Status }, { status: Status }>;

interface StatusDialogProps {
  slug: ParentSlug;
  id: string;
  name: string;
  /** What it is to become; null while the dialog is closed. */
  next: "live" | "paused" | null;
  /** Which opening this is: each asks anew, since members go on in the meantime. */
  opening: number;
  onClose: () => void;
  /** Something typed is not saved, and would not go along. */
  unsaved: boolean;
  changeStatus: ChangeStatus;
}

/** Says what going live or pausing will do, before it is done. */
export function StatusDialog({ slug, id, name, next, opening, onClose, unsaved, changeStatus }: StatusDialogProps) {
  const t = useTranslations("campaign.status");
  const tErrors = useTranslations("errors");
  const nouns = `${slug}s`;
  const { run, pending } = useAction(changeStatus, { changes: ["campaign", nouns, "status-outlook"] });
  const query = `${campaignQuery(slug, id)}&opening=${opening}`;
  const read = useRead<Outlook>("status-outlook", query, { enabled: next !== null });
  const { error } = read;
  const data = read.isPlaceholderData ? undefined : read.data;
  const confirm = async () => {
    if (!next) return;
    const result = await run({ slug, id, status: next });
    if (result.ok) showToast(t(next === "live" ? "isLive" : "isPaused", { name }));
    else showToast(tErrors(result.code), { kind: "danger" });
    onClose();
  };
  // While it closes it goes on saying what it said.
  const [shown, setShown] = useState(next ?? "live");
  if (next !== null && next !== shown) setShown(next);
  const live = shown === "live";
  return (
    <Confirm
      open={next !== null}
      onOpenChange={onClose}
      title={t(live ? "goLiveTitle" : "pauseTitle", { name })}
      confirmLabel={t(live ? "goLive" : "pause")}
      cancelLabel={t("cancel")}
      onConfirm={() => void confirm()}
      pending={pending || !data}
    >
      <div className="flex flex-col gap-3">
        <p>{t(live ? "goLiveText" : "pauseText", { slug })}</p>
        {error ? <p role="alert">{tErrors(error instanceof ReadError ? error.code : "not_ready")}</p> : null}
        {data ? <Facts slug={slug} live={live} outlook={data} /> : error ? null : <Skeleton className="h-20 w-full" />}
        {unsaved ? <p className="text-warning">{t("unsaved")}</p> : null}
      </div>
    </Confirm>
  );
}

function Facts({ slug, live, outlook }: { slug: ParentSlug; live: boolean; outlook: Outlook }) {
  const t = useTranslations("campaign.status");
  const nameOf = useLanguageName();
  const { membersInProgress, endingWithinDay, endingWithinWeek, rewardsPending, rewardsValid, liveMilestones } =
    outlook;
  const facts = [
    t("members", { slug, count: membersInProgress }),
    ...(live
      ? [t("liveMilestones", { count: liveMilestones })]
      : [t("ending", { slug, day: endingWithinDay, week: endingWithinWeek })]),
    t("pending", { count: rewardsPending }),
    t("valid", { count: rewardsValid }),
    ...outlook.incomplete.map(({ language, missing, outdated }) =>
      t("incomplete", { language: nameOf(language), missing, outdated }),
    ),
  ];
  return (
    <ul className="flex list-disc flex-col gap-1.5 ps-5 text-foreground">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
      {outlook.incomplete.length === 0 ? <li>{t("complete")}</li> : null}
    </ul>
  );
}
