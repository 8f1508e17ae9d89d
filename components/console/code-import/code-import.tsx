"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { handOutQuery, rewardListState } from "@/components/console/reward-logs/reward-list-state";
import { Checkbox } from "@/components/ui/checkbox";
import { FileDrop } from "@/components/ui/file-drop";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { useCan } from "@/lib/client/program";
import type { ConsoleAction } from "@/lib/client/use-action";
import { type CodeRunInput, useCodeRun } from "@/lib/client/use-code-run";
import { useListState } from "@/lib/client/use-list-state";
import { CheckCard } from "./check-card";
import type { CodeFilePreview, PreviewCodes } from "./code-file-preview";
import { ColumnMapping } from "./column-mapping";
import { HandOut } from "./hand-out";
import { ImportResult } from "./import-result";
import { useProblemText } from "./run-view";
import { type CodeFile, missingColumn, useCodeFile } from "./use-code-file";

const ACCEPTED = [".csv", ".tsv", ".txt", "text/csv", "text/tab-separated-values", "text/plain"];

interface CodeImportProps {
  preview: ConsoleAction<PreviewCodes, CodeFilePreview>;
}

/** Puts the codes of a file on rewards: choose it, see what it would do, import it, and go to what changed. */
export function CodeImport({ preview }: CodeImportProps) {
  const t = useTranslations("codeImport");
  const { state } = useListState(rewardListState);
  const mayWrite = useCan("rewards:write");
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-6">
      <div className="flex flex-col items-start gap-2">
        <Link href={`/reward-logs${handOutQuery(state)}`} className="rounded text-muted text-sm hover:underline">
          {t("back")}
        </Link>
        <PageHeader title={t("title")} intro={t("intro")} />
      </div>
      {mayWrite ? <Import preview={preview} /> : <Notice kind="info">{t("notAllowed")}</Notice>}
    </div>
  );
}

function Import({ preview }: CodeImportProps) {
  const { state, change } = useListState(rewardListState);
  const file = useCodeFile(preview);
  const [rules, setRules] = useState({ shareCodes: false, replaceCodes: false });
  const { chosen } = file;
  const columns = chosen?.layout.columns;
  const handsOut = columns !== undefined && columns.rewardId === undefined && columns.memberExternalId === undefined;
  const input = useRunInput(chosen, rules, handsOut ? handOutQuery(state) : "");
  const { check, commit } = useRuns(input);
  if (commit.state.phase === "done" && chosen)
    return (
      <ImportResult
        chosen={chosen}
        result={commit.state.result}
        again={() => {
          file.forget();
          commit.stop();
        }}
      />
    );
  const importing = commit.state.phase === "running";
  return (
    <>
      <fieldset disabled={importing} inert={importing} className="flex min-w-0 flex-col gap-6">
        <ChooseFile file={file} />
        {chosen ? (
          <ColumnMapping
            chosen={chosen}
            setSeparator={file.setSeparator}
            setHasHeader={file.setHasHeader}
            setColumn={file.setColumn}
          />
        ) : null}
        {handsOut && input ? <HandOut state={state} change={change} /> : null}
        {input ? <RulesCard rules={rules} change={setRules} /> : null}
      </fieldset>
      {chosen && input ? <CheckCard chosen={chosen} check={check} commit={commit} input={input} /> : null}
    </>
  );
}

/** What a run is asked for; the same object until something of it changes, and null while a column is missing. */
function useRunInput(chosen: CodeFile | null, rules: object, query: string): Omit<CodeRunInput, "commit"> | null {
  const file = chosen?.file ?? null;
  const settings = chosen && missingColumn(chosen.layout) === null ? { layout: chosen.layout, ...rules } : null;
  const key = JSON.stringify(settings);
  return useMemo(
    () => (file && key !== "null" ? { file, settings: JSON.parse(key), query } : null),
    [file, key, query],
  );
}

/** Tries a file out as soon as it can be read, and again whenever that changes. */
function useRuns(input: Omit<CodeRunInput, "commit"> | null) {
  const check = useCodeRun();
  const commit = useCodeRun();
  const { start, stop } = check;
  const { stop: forget } = commit;
  useEffect(() => {
    forget();
    if (input) void start({ ...input, commit: false });
    else stop();
  }, [input, start, stop, forget]);
  return { check, commit };
}

function ChooseFile({ file: { chosen, problem, choose } }: { file: ReturnType<typeof useCodeFile> }) {
  const t = useTranslations("codeImport");
  const format = useFormatter();
  const textOf = useProblemText();
  const size = chosen ? Math.max(1, Math.round(chosen.file.size / 1024)) : 0;
  return (
    <FileDrop
      label={t("file")}
      hint={t("fileHint")}
      chooseLabel={t(chosen ? "chooseOther" : "choose")}
      file={chosen ? { name: chosen.file.name, detail: t("size", { size: format.number(size) }) } : null}
      accept={ACCEPTED}
      error={problem ? textOf(problem) : undefined}
      onFile={choose}
    />
  );
}

interface Rules {
  shareCodes: boolean;
  replaceCodes: boolean;
}

function RulesCard({ rules, change }: { rules: Rules; change: (rules: Rules) => void }) {
  const t = useTranslations("codeImport");
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2 px-1">
      <Checkbox
        label={t("shareCodes")}
        checked={rules.shareCodes}
        onChange={(shareCodes) => change({ ...rules, shareCodes })}
      />
      <Checkbox
        label={t("replaceCodes")}
        checked={rules.replaceCodes}
        onChange={(replaceCodes) => change({ ...rules, replaceCodes })}
      />
    </div>
  );
}
