"use client";

import { useTranslations } from "next-intl";
import { Time } from "@/components/console/lists/time";
import { useAmount } from "@/components/console/use-amount";
import { buttonClasses } from "@/components/ui/button-classes";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { type Column, ListSkeleton, ListTable } from "@/components/ui/list-table";
import { useRead } from "@/lib/client/use-read";
import type { ProgressRow } from "./member-row";
import { ProgressBadge } from "./progress-badge";

/** Runs on streaks and windows of challenges as of now, those in progress first. */
export function MemberProgress({ id, timeZone }: { id: string; timeZone: string }) {
  const t = useTranslations("members");
  const { data: rows } = useRead<ProgressRow[]>("member-progress", `?id=${id}`);
  const columns = useColumns(id, timeZone);
  return (
    <Card title={t("progress")} intro={t("inZone", { zone: timeZone })}>
      {rows === undefined ? <ListSkeleton /> : null}
      {rows?.length === 0 ? <p className="text-muted">{t("noProgress")}</p> : null}
      {rows && rows.length > 0 ? (
        <ListTable label={t("progress")} columns={columns} rows={rows} rowId={(row) => row.id} />
      ) : null}
    </Card>
  );
}

function useColumns(member: string, timeZone: string): Column<ProgressRow>[] {
  const t = useTranslations("members");
  const tTimeline = useTranslations("timeline");
  const amount = useAmount();
  return [
    {
      id: "campaign",
      label: t("campaign"),
      className: "md:w-[28%]",
      cell: (row) => (
        <span className="flex min-w-0 flex-col items-start">
          {row.name === null ? (
            <span className="text-muted">{t("deletedCampaign")}</span>
          ) : (
            <Link
              prefetch={false}
              href={`/${row.kind}s/${row.parentId}`}
              className="wrap-anywhere rounded font-medium hover:underline"
            >
              <bdi>{row.name}</bdi>
            </Link>
          )}
          <span className="text-muted text-xs">{t(`kinds.${row.kind}`)}</span>
        </span>
      ),
    },
    {
      id: "value",
      label: t("reached"),
      named: true,
      cell: (row) => (
        <span className="tabular-nums">
          {row.target === null
            ? amount(row.value)
            : t("ofTarget", { value: amount(row.value), target: amount(row.target) })}
        </span>
      ),
    },
    {
      id: "status",
      label: t("status"),
      cell: ({ status }) => <ProgressBadge status={status} />,
    },
    { id: "task", label: t("task"), className: "md:w-[26%]", cell: (row) => <Task row={row} timeZone={timeZone} /> },
    { id: "started", label: t("started"), named: true, cell: (row) => <Time at={row.startedAt} timeZone={timeZone} /> },
    {
      id: "timeline",
      label: tTimeline("title"),
      quiet: true,
      end: true,
      cell: (row) => (
        <Link
          prefetch={false}
          href={`/members/${member}/${row.kind}s/${row.id}`}
          className={`${buttonClasses({ kind: "secondary", size: "small" })} max-md:my-1`}
        >
          {tTimeline(row.status === "broken" ? "why" : "open")}{" "}
          <span className="sr-only">{row.name ?? t("deletedCampaign")}</span>
        </Link>
      ),
    },
  ];
}

/** What there is to do in the period of now, and until when; of a run that is over, how it ended. */
function Task({ row, timeZone }: { row: ProgressRow; timeZone: string }) {
  const t = useTranslations("members");
  const amount = useAmount();
  const { task, endedAt } = row;
  if (row.status !== "in_progress")
    return endedAt ? (
      <span className="text-sm">{t.rich("endedAt", { at: () => <Time at={endedAt} timeZone={timeZone} /> })}</span>
    ) : null;
  const { periodEndAt } = task;
  return (
    <span className="flex min-w-0 flex-col items-start">
      <span className="tabular-nums">
        {t("ofTarget", { value: amount(task.currentValue), target: amount(task.targetValue) })}{" "}
        {t(`taskStatuses.${task.status}`)}
      </span>
      {periodEndAt ? (
        <span className="text-muted text-xs">
          {t.rich("until", { at: () => <Time at={periodEndAt} timeZone={timeZone} /> })}
        </span>
      ) : null}
    </span>
  );
}
