"use client";

import { useFormatter, useTranslations } from "next-intl";
import { rewardListQuery } from "@/components/console/reward-logs/reward-list-state";
import { Button } from "@/components/ui/button";
import { buttonClasses } from "@/components/ui/button-classes";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { CodeRunResult } from "@/lib/client/use-code-run";
import { FailedRows } from "./failed-rows";
import { Counts } from "./run-view";
import type { CodeFile } from "./use-code-file";

interface ImportResultProps {
  chosen: CodeFile;
  result: CodeRunResult;
  again: () => void;
}

/** What an import did, and the way to the rewards that it changed. */
export function ImportResult({ chosen, result, again }: ImportResultProps) {
  const t = useTranslations("codeImport");
  const format = useFormatter();
  return (
    <Card title={t("doneTitle")}>
      <Notice kind="success">{t("done", { count: result.changed, shown: format.number(result.changed) })}</Notice>
      <Counts counts={result} done />
      <div className="flex flex-wrap gap-2">
        <Link href={`/reward-logs${rewardListQuery({ changed: result.at })}`} className={buttonClasses()}>
          {t("see")}
        </Link>
        <Button kind="secondary" onPress={again}>
          {t("another")}
        </Button>
      </div>
      <FailedRows chosen={chosen} result={result} />
    </Card>
  );
}
