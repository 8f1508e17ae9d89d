"use client";

import { useTranslations } from "next-intl";
import { useDayLabels } from "@/components/console/reports/use-day-labels";
import { Button } from "@/components/ui/button";
import { buttonClasses } from "@/components/ui/button-classes";
import { Link } from "@/components/ui/link";
import { useProgram } from "@/lib/client/program";
import type { MembersBehind } from "./member-row";

/** Says which number of a report the list stands behind, and leads back to it. */
export function BehindNumber({ behind, showAll }: { behind: MembersBehind; showAll: () => void }) {
  const t = useTranslations("report.behind");
  const labels = useDayLabels();
  const { timeZone } = useProgram();
  const { slug, id, of, campaign, milestone, before, days, total } = behind;
  const gone = t("gone");
  const kind = of === "missed" && before === null ? "missedFirst" : of;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-border bg-surface px-4 py-3"
    >
      <p className="wrap-anywhere min-w-0">
        <strong className="font-semibold tabular-nums">{t("count", { total })}</strong>{" "}
        {t.rich(kind, {
          campaign,
          milestone: milestone ?? gone,
          before: before ?? gone,
          days: labels.full(days),
          zone: timeZone,
          name: (chunks) => <bdi className="font-medium">{chunks}</bdi>,
        })}
      </p>
      <div className="flex flex-wrap gap-2">
        <Link
          href={`/${slug}s/${id}/report?${new URLSearchParams({ ...days })}`}
          className={buttonClasses({ kind: "secondary", size: "small" })}
        >
          {t("back")}
        </Link>
        <Button kind="quiet" size="small" onPress={showAll}>
          {t("showAll")}
        </Button>
      </div>
    </div>
  );
}
