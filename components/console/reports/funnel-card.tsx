"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useAmount } from "@/components/console/use-amount";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { type Column, ListTable } from "@/components/ui/list-table";
import type { ParentSlug } from "@/lib/domain/record";
import { DownloadCsv, TableBehind } from "./behind-chart";
import { Count } from "./count";
import { missedAt, type ReportLinks, type ReportView, type StepView } from "./report-view";

interface FunnelCardProps {
  slug: ParentSlug;
  id: string;
  report: ReportView;
  links: ReportLinks;
}

/** How many of those who were active came how far, milestone by milestone. */
export function FunnelCard({ slug, id, report, links }: FunnelCardProps) {
  const t = useTranslations("report");
  const { steps, days } = report;
  if (steps.length === 0)
    return (
      <Card title={t("funnel")}>
        <p className="text-muted">{t("noMilestones")}</p>
      </Card>
    );
  return (
    <Card
      title={t("funnel")}
      intro={t("funnelIntro")}
      actions={<DownloadCsv slug={slug} id={id} days={days} table="funnel" label={t("funnel")} />}
    >
      <FunnelChart report={report} links={links} />
      <TableBehind>
        <FunnelTable slug={slug} report={report} links={links} />
      </TableBehind>
    </Card>
  );
}

function FunnelChart({ report: { active, steps }, links }: Pick<FunnelCardProps, "report" | "links">) {
  const t = useTranslations("report");
  const widest = Math.max(1, active, ...steps.map(({ members }) => members));
  return (
    <ol className="flex flex-col gap-4">
      <li className="flex min-w-0 flex-col gap-1.5">
        <div className="flex min-w-0 items-baseline justify-between gap-3">
          <span className="font-medium">{t("active")}</span>
          <Count value={active} href={links.members({ of: "active" })} label={t("activeMembers", { count: active })} />
        </div>
        <FunnelBar share={active / widest} first />
      </li>
      {steps.map((step, position) => (
        <li key={step.milestoneId} className="flex min-w-0 flex-col gap-1.5">
          <div className="flex min-w-0 flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
            <span className="flex min-w-0 flex-wrap items-center gap-2">
              <bdi className="wrap-anywhere min-w-0 font-medium">{step.name}</bdi>
              {step.biggestDrop ? <BiggestDrop /> : null}
            </span>
            <Count
              value={step.members}
              href={links.members({ of: "reached", milestoneId: step.milestoneId })}
              label={t("reachedStep", { count: step.members, step: step.name })}
            />
          </div>
          <FunnelBar share={step.members / widest} drop={step.biggestDrop} />
          <Losses step={step} href={links.members(missedAt(steps, position))} />
        </li>
      ))}
    </ol>
  );
}

/** Below a step: what share of the step before came this far, and who did not. */
function Losses({ step: { name, kept, lost }, href }: { step: StepView; href: string }) {
  const t = useTranslations("report");
  const format = useFormatter();
  return (
    <div className="flex flex-wrap gap-x-3 text-muted text-sm">
      {kept === null ? null : (
        <span>{t("kept", { share: format.number(Math.floor(kept * 100) / 100, { style: "percent" }) })}</span>
      )}
      {lost === 0 ? null : (
        <span>
          {t.rich("lostHere", {
            lost,
            count: () => (
              <Count key="count" value={lost} href={href} label={t("missedStep", { count: lost, step: name })} />
            ),
          })}
        </span>
      )}
    </div>
  );
}

/** Says it in words: a colour alone would be lost on some. */
function BiggestDrop() {
  const t = useTranslations("report");
  return (
    <Badge look="warning">
      <Icon name="warning" className="size-3.5" />
      {t("biggestDrop")}
    </Badge>
  );
}

function FunnelBar({ share, drop = false, first = false }: { share: number; drop?: boolean; first?: boolean }) {
  const colour = first ? "bg-muted" : drop ? "bg-warning" : "bg-accent";
  return (
    <div aria-hidden="true" className="h-2.5 w-full overflow-hidden rounded-full bg-neutral-soft">
      <div className={`h-full rounded-full ${colour}`} style={{ inlineSize: `${share * 100}%` }} />
    </div>
  );
}

function FunnelTable({ slug, report, links }: Omit<FunnelCardProps, "id">) {
  const t = useTranslations("report");
  const columns = useFunnelColumns(slug, report.steps, links);
  return (
    <ListTable label={t("funnel")} columns={columns} rows={report.steps} rowId={({ milestoneId }) => milestoneId} />
  );
}

function useFunnelColumns(slug: ParentSlug, steps: StepView[], links: ReportLinks): Column<StepView>[] {
  const t = useTranslations("report");
  const tCampaign = useTranslations("campaign");
  const amount = useAmount();
  const number = { end: true, named: true } as const;
  return [
    {
      id: "name",
      label: t("milestone"),
      cell: (step) => (
        <span className="flex min-w-0 flex-wrap items-center gap-2">
          <bdi className="wrap-anywhere min-w-0">{step.name}</bdi>
          {step.biggestDrop ? <BiggestDrop /> : null}
        </span>
      ),
    },
    {
      ...number,
      id: "target",
      label: tCampaign(slug === "streak" ? "targetStreak" : "targetChallenge"),
      cell: (step) => amount(step.target),
    },
    {
      ...number,
      id: "members",
      label: t("reached"),
      cell: ({ milestoneId, members, name }) => (
        <Count
          value={members}
          href={links.members({ of: "reached", milestoneId })}
          label={t("reachedStep", { count: members, step: name })}
        />
      ),
    },
    {
      ...number,
      id: "lost",
      label: t("lost"),
      cell: (step) => (
        <Count
          value={step.lost}
          href={links.members(missedAt(steps, steps.indexOf(step)))}
          label={t("missedStep", { count: step.lost, step: step.name })}
        />
      ),
    },
    {
      ...number,
      id: "rewards",
      label: t("rewards"),
      cell: ({ milestoneId, rewards, name }) => (
        <Count
          value={rewards}
          href={links.rewards({ milestone: milestoneId })}
          label={t("rewardsOfStep", { count: rewards, step: name })}
        />
      ),
    },
  ];
}
