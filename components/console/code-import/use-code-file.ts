"use client";

import { useState } from "react";
import { type ConsoleAction, useAction } from "@/lib/client/use-action";
import { codeImport } from "@/lib/contracts/code-file";
import { MAX_CODE_FILE_BYTES } from "@/lib/contracts/code-import";
import type { CodeColumn, CodeFileLayout, Separator } from "@/lib/domain/code-file";
import type { ErrorCode } from "@/lib/errors";
import type { CodeFilePreview, PreviewCodes } from "./code-file-preview";

/** As much as the guess looks at. */
const HEAD_BYTES = 65_536;

export type FileProblem = ErrorCode | "file_empty" | "file_gone" | "file_too_large";

/** A chosen file: how it is read, and its first rows, the header among them. */
export interface CodeFile {
  file: File;
  layout: CodeFileLayout;
  rows: string[][];
}

/** The file that was chosen and how its columns are read: guessed, and changed by the reader. */
export function useCodeFile(preview: ConsoleAction<PreviewCodes, CodeFilePreview>) {
  const [chosen, setChosen] = useState<CodeFile | null>(null);
  const [problem, setProblem] = useState<FileProblem | null>(null);
  const { run } = useAction(preview);

  const read = async (file: File, separator?: Separator) => {
    const head = await headOf(file);
    if (typeof head === "string") return setProblem(head);
    const result = await run(separator === undefined ? { head } : { head, separator });
    if (!result.ok) return setProblem(result.code);
    const { layout, firstRow, sample } = result.value;
    if (firstRow.length === 0) return setProblem("file_empty");
    setProblem(null);
    setChosen({ file, layout, rows: layout.hasHeader ? [firstRow, ...sample] : sample });
  };
  const setLayout = (layout: CodeFileLayout) => chosen && setChosen({ ...chosen, layout });
  return {
    chosen,
    problem,
    choose: (file: File) => void read(file),
    forget: () => setChosen(null),
    setSeparator: (separator: Separator) => chosen && void read(chosen.file, separator),
    setHasHeader: (hasHeader: boolean) => chosen && setLayout({ ...chosen.layout, hasHeader }),
    /** A column holds one thing, and a thing is in one column. */
    setColumn: (position: number, holds: CodeColumn | null) => {
      if (!chosen) return;
      const others = Object.entries(chosen.layout.columns).filter(([name, at]) => at !== position && name !== holds);
      const columns = { ...Object.fromEntries(others), ...(holds ? { [holds]: position } : {}) };
      setLayout({ ...chosen.layout, columns });
    },
  };
}

async function headOf(file: File): Promise<Uint8Array<ArrayBuffer> | FileProblem> {
  if (file.size > MAX_CODE_FILE_BYTES) return "file_too_large";
  if (file.size === 0) return "file_empty";
  return file
    .slice(0, HEAD_BYTES)
    .arrayBuffer()
    .then(
      (bytes) => new Uint8Array(bytes),
      () => "file_gone" as const,
    );
}

/** Which column is missing so that the file could be read; null: none. */
export function missingColumn(layout: CodeFileLayout): "couponCode" | "milestone" | "memberExternalId" | null {
  const parsed = codeImport.safeParse({ layout });
  if (parsed.success) return null;
  const wrong = parsed.error.issues.map(({ path }) => path.at(-1));
  if (wrong.includes("couponCode")) return "couponCode";
  return wrong.includes("milestone") ? "milestone" : "memberExternalId";
}
