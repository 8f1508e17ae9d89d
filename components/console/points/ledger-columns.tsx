"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Time } from "@/components/console/lists/time";
import { Link } from "@/components/ui/link";
import type { Column } from "@/components/ui/list-table";
import { MILESTONE_EVENT } from "@/lib/domain/points";
import type { EntryRow } from "./points-rows";
import { SignedPoints } from "./signed-points";

/** How an entry of the ledger is shown; on a member's own page without the member, in the member's zone. */
export function useLedgerColumns({ ofMember = false, timeZone }: { ofMember?: boolean; timeZone?: string } = {}) {
  const t = useTranslations("points");
  const format = useFormatter();
  const member: Column<EntryRow> = { id: "member", label: t("member"), cell: (row) => <Member entry={row} /> };
  const columns: Column<EntryRow>[] = [
    { id: "event", label: t("eventType"), cell: (row) => <Event entry={row} /> },
    { id: "points", label: t("points"), named: true, end: true, cell: (row) => <SignedPoints points={row.points} /> },
    {
      id: "balance",
      label: t("balanceAfter"),
      named: true,
      end: true,
      cell: (row) => <span className="tabular-nums">{format.number(row.balanceAfter)}</span>,
    },
    { id: "at", label: t("at"), cell: (row) => <Time at={row.createdAt} timeZone={timeZone} /> },
  ];
  return ofMember ? columns : [member, ...columns];
}

function Event({ entry }: { entry: EntryRow }) {
  const t = useTranslations("points");
  const reward = entry.eventType === MILESTONE_EVENT ? entry.reference : null;
  const detail = entry.reason ?? (reward ? null : entry.reference);
  return (
    <span className="flex min-w-0 flex-col items-start">
      <bdi className="wrap-anywhere">{reward ? t("milestone") : entry.eventType}</bdi>
      {reward ? (
        <Link prefetch={false} href={`/reward-logs?reward=${reward}`} className="text-accent text-xs hover:underline">
          {t("toReward")}
        </Link>
      ) : null}
      {detail ? <bdi className="wrap-anywhere text-muted text-xs">{detail}</bdi> : null}
    </span>
  );
}

function Member({ entry: { member } }: { entry: EntryRow }) {
  const t = useTranslations("points");
  if (!member) return <span className="text-muted">{t("memberGone")}</span>;
  if (member.deleted) return <bdi className="wrap-anywhere">{member.name}</bdi>;
  return (
    <span className="flex min-w-0 flex-col items-start">
      <Link
        prefetch={false}
        href={`/members/${member.id}`}
        className="wrap-anywhere rounded font-medium hover:underline"
      >
        <bdi>{member.name}</bdi>
      </Link>
      {member.name === member.externalId ? null : (
        <bdi className="wrap-anywhere text-muted text-xs">{member.externalId}</bdi>
      )}
    </span>
  );
}
