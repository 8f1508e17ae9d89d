"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { CodeRunState } from "@/lib/client/use-code-run";
import type { CodeImportCounts } from "@/lib/contracts/code-import";
import type { FileProblem } from "./use-code-file";

/** How far a run is, or why it came to nothing; a finished one shows itself. */
export function RunProgress({ state, committing }: { state: CodeRunState; committing: boolean }) {
  const t = useTranslations("codeImport");
  const format = useFormatter();
  const textOf = useProblemText();
  if (state.phase === "failed") return <Notice kind="danger">{textOf(state.code)}</Notice>;
  if (state.phase !== "running") return null;
  const { progress, waits } = state;
  const rows = progress?.rows ?? 0;
  const label = !progress
    ? t(waits ? "waitsForOthers" : "uploading")
    : t(committing ? "importing" : "checking", { count: rows, shown: format.number(rows) });
  return <ProgressBar label={label} share={progress?.share ?? null} />;
}

/** Words for what is wrong with a file, or with a run of it. */
export function useProblemText(): (code: FileProblem) => string {
  const t = useTranslations("codeImport");
  const tErrors = useTranslations("errors");
  return (code) => {
    if (code === "file_empty" || code === "file_gone" || code === "file_too_large") return t(`fileProblems.${code}`);
    return code === "invalid_request" ? t("fileProblems.too_many") : tErrors(code);
  };
}

/** How many rows did what, or would do it. */
export function Counts({ counts, done }: { counts: CodeImportCounts; done: boolean }) {
  const t = useTranslations("codeImport");
  const format = useFormatter();
  const told = [
    { id: "changed", count: counts.changed, label: t(done ? "didChange" : "willChange"), look: "text-success" },
    { id: "unchanged", count: counts.unchanged, label: t("unchanged"), look: "" },
    { id: "failed", count: counts.failed, label: t("leftOut"), look: counts.failed > 0 ? "text-danger" : "" },
  ];
  return (
    <dl className="grid gap-3 sm:grid-cols-3">
      {told.map(({ id, count, label, look }) => (
        <div key={id} className="flex flex-col-reverse gap-0.5 rounded-md border border-border px-4 py-3">
          <dt className="text-muted text-sm">{label}</dt>
          <dd className={`font-semibold text-2xl tabular-nums tracking-tight ${count > 0 ? look : "text-muted"}`}>
            {format.number(count)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
