"use client";

import { useTranslations } from "next-intl";
import { Time } from "@/components/console/lists/time";
import { Link } from "@/components/ui/link";
import type { Column } from "@/components/ui/list-table";
import { CodeCell } from "./code-cell";
import type { RewardRowActions } from "./reward-actions";
import { RewardMenu } from "./reward-menu";
import type { RewardRow } from "./reward-row";
import { StateBadge } from "./state-badge";

interface ColumnsOptions {
  actions: RewardRowActions;
  /** Names of campaigns by id; a deleted one has none. */
  campaigns: ReadonlyMap<string, string>;
  /** Leaves the member out, on the member's own page. */
  ofMember?: boolean;
  /** The zone of the times, where it is not the program's. */
  timeZone?: string | undefined;
}

/** How a reward is shown in a list: who earned what and when, what became of it, and its code. */
export function useRewardColumns({ actions, campaigns, ofMember, timeZone }: ColumnsOptions): Column<RewardRow>[] {
  const t = useTranslations("rewardLogs");
  const member: Column<RewardRow> = {
    id: "member",
    label: t("member"),
    className: "md:w-[17%]",
    cell: (row) => <Member row={row} />,
  };
  return [
    ...(ofMember ? [] : [member]),
    {
      id: "reward",
      label: t("reward"),
      className: "md:w-[24%]",
      cell: (row) => <Reward row={row} campaign={campaigns.get(row.parentId)} />,
    },
    {
      id: "earned",
      label: t("earned"),
      className: "md:w-[15%]",
      cell: (row) => <Time at={row.createdAt} timeZone={timeZone} />,
    },
    {
      id: "state",
      label: t("state"),
      className: "md:w-[16%]",
      cell: (row) => <State row={row} timeZone={timeZone} />,
    },
    { id: "code", label: t("code"), className: "md:w-[28%]", cell: (row) => <CodeCell row={row} actions={actions} /> },
    {
      id: "more",
      label: t("actions"),
      quiet: true,
      end: true,
      cell: (row) => <RewardMenu row={row} actions={actions} />,
    },
  ];
}

function Member({ row: { member } }: { row: RewardRow }) {
  const t = useTranslations("rewardLogs");
  if (!member) return <span className="text-muted">{t("memberGone")}</span>;
  const detail = member.deleted ? t("memberGone") : member.name === member.externalId ? null : member.externalId;
  return (
    <span className="flex min-w-0 flex-col items-start">
      {member.deleted ? (
        <bdi className="wrap-anywhere font-medium">{member.name}</bdi>
      ) : (
        <Link
          prefetch={false}
          href={`/members/${member.id}`}
          className="wrap-anywhere rounded font-medium hover:underline"
        >
          <bdi>{member.name}</bdi>
        </Link>
      )}
      {detail ? <bdi className="wrap-anywhere text-muted text-xs">{detail}</bdi> : null}
    </span>
  );
}

function Reward({ row, campaign }: { row: RewardRow; campaign: string | undefined }) {
  const details = [row.title === row.milestone ? null : row.milestone, campaign, row.periodKey];
  return (
    <span className="flex min-w-0 flex-col items-start">
      <bdi className="wrap-anywhere">{row.title}</bdi>
      <bdi className="wrap-anywhere text-muted text-xs">{details.filter(Boolean).join(" · ")}</bdi>
    </span>
  );
}

function State({ row, timeZone }: { row: RewardRow; timeZone: string | undefined }) {
  const t = useTranslations("rewardLogs");
  const tStates = useTranslations("states");
  const { state, rewardIssuedAt, rewardExpiryAt, rewardRedeemedAt } = row;
  const told =
    state === "redeemed"
      ? (["redeemed", rewardRedeemedAt] as const)
      : rewardExpiryAt
        ? ([state === "expired" ? "expired" : "expires", rewardExpiryAt] as const)
        : (["issued", rewardIssuedAt] as const);
  const [said, at] = told;
  return (
    <span className="flex min-w-0 flex-col items-start gap-1">
      <StateBadge state={state} label={tStates(state)} />
      {at ? (
        <span className="text-muted text-xs">{t.rich(said, { at: () => <Time at={at} timeZone={timeZone} /> })}</span>
      ) : null}
    </span>
  );
}
