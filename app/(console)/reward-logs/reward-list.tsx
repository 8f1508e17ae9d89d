import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { RewardTable } from "@/components/console/reward-logs/reward-table";
import { buttonClasses } from "@/components/ui/button-classes";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { issueRewardAction } from "./actions";
import { type ListState, listHref, listParameters } from "./list-state";
import { presentRewards } from "./present-reward";

/** A page of the list, or null when the cursor in the address is none of this list. */
async function loadPage(context: ServiceContext, list: ListState) {
  try {
    const { data, paging } = await listRewardLogs(context, listParameters(list));
    return { rewards: await presentRewards(context, data), nextCursor: paging.nextCursor };
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid_request" && list.after) return null;
    throw error;
  }
}

/** The list as the address names it, or words for why there is none. */
export async function RewardList({ context, list }: { context: ServiceContext; list: ListState }) {
  const [t, page] = await Promise.all([getTranslations("rewardLogs"), loadPage(context, list)]);
  if (!page || page.rewards.length === 0) return <Nothing list={list} stale={!page} />;

  const columns = {
    member: t("member"),
    reward: t("reward"),
    earned: t("earned"),
    state: t("state"),
    code: t("code"),
  };
  const labels = {
    code: t("code"),
    codePlaceholder: t("codePlaceholder"),
    save: t("save"),
    saving: t("saving"),
    saved: t("saved"),
    change: t("change"),
    cancel: t("cancel"),
    noCode: t("noCode"),
  };
  return (
    <>
      <RewardTable
        title={t("title")}
        columns={columns}
        rewards={page.rewards}
        labels={labels}
        action={issueRewardAction}
      />
      <nav aria-label={t("paging")} className="flex justify-end gap-2">
        {list.after ? <ListLink list={{ ...list, after: null }}>{t("firstPage")}</ListLink> : null}
        {page.nextCursor ? <ListLink list={{ ...list, after: page.nextCursor }}>{t("nextPage")}</ListLink> : null}
      </nav>
    </>
  );
}

async function Nothing({ list, stale }: { list: ListState; stale: boolean }) {
  const t = await getTranslations("rewardLogs");
  if (stale)
    return (
      <EmptyState
        title={t("staleTitle")}
        action={<ListLink list={{ ...list, after: null }}>{t("firstPage")}</ListLink>}
      >
        {t("stale")}
      </EmptyState>
    );
  if (list.state)
    return (
      <EmptyState
        title={t("emptyFilterTitle")}
        action={<ListLink list={{ state: null, after: null }}>{t("showAll")}</ListLink>}
      >
        {t("emptyFilter", { state: list.state })}
      </EmptyState>
    );
  return <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>;
}

function ListLink({ list, children }: { list: ListState; children: ReactNode }) {
  return (
    <Link href={listHref(list)} className={buttonClasses({ kind: "secondary", size: "small" })}>
      {children}
    </Link>
  );
}
