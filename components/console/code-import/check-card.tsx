"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { CodeRunInput, useCodeRun } from "@/lib/client/use-code-run";
import { FailedRows } from "./failed-rows";
import { Counts, RunProgress } from "./run-view";
import type { CodeFile } from "./use-code-file";

type Run = ReturnType<typeof useCodeRun>;

interface CheckCardProps {
  chosen: CodeFile;
  check: Run;
  commit: Run;
  input: Omit<CodeRunInput, "commit">;
}

/** What the file would do, and the step that does it. */
export function CheckCard({ chosen, check, commit, input }: CheckCardProps) {
  const t = useTranslations("codeImport");
  const tLists = useTranslations("lists");
  const format = useFormatter();
  const result = check.state.phase === "done" ? check.state.result : null;
  const importing = commit.state.phase === "running";
  return (
    <Card title={t("checkTitle")} intro={t("checkIntro")}>
      <RunProgress state={check.state} committing={false} />
      {check.state.phase === "failed" ? (
        <div className="flex">
          <Button kind="secondary" onPress={() => void check.start({ ...input, commit: false })}>
            {tLists("retry")}
          </Button>
        </div>
      ) : null}
      {result ? (
        <>
          <Counts counts={result} done={false} />
          <RunProgress state={commit.state} committing />
          {result.changed > 0 ? (
            <div className="flex">
              <Button disabled={importing} onPress={() => void commit.start({ ...input, commit: true })}>
                {t("submit", { count: result.changed, shown: format.number(result.changed) })}
              </Button>
            </div>
          ) : (
            <p className="text-muted">{t(result.rows === 0 ? "noRows" : "nothing")}</p>
          )}
          <FailedRows chosen={chosen} result={result} />
        </>
      ) : null}
    </Card>
  );
}
