"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ActionResult } from "@/lib/actions/action-result";
import type { CodeImportCounts, CodeImportEvent, FailedRow } from "@/lib/contracts/code-import";
import type { ErrorCode } from "@/lib/errors";
import { useProgram } from "./program";
import { readEvents } from "./read-events";
import { useAskToSignIn } from "./session";

export interface CodeRunInput {
  file: File;
  settings: object;
  /** Whose rewards codes are handed out to, as the query of the reward queue. */
  query: string;
  commit: boolean;
}

/** What a run came to: its counts, the first rows that are left out, and a file of all of them. */
export interface CodeRunResult extends CodeImportCounts {
  at: string;
  failedRows: FailedRow[];
  failedFile: Blob | null;
}

type Progress = CodeImportCounts & { share: number };

export type CodeRunState =
  | { phase: "idle" }
  /** `progress` is null while the file is on its way, or waits for others who change many rewards. */
  | { phase: "running"; progress: Progress | null; waits: boolean }
  | { phase: "done"; result: CodeRunResult }
  /** `file_gone`: it was changed or moved since it was chosen. */
  | { phase: "failed"; code: ErrorCode | "file_gone" };

type Told = CodeImportEvent | Extract<ActionResult<never>, { ok: false }>;

/** Reads that are old once codes are imported. */
const CHANGES = ["reward-logs", "reward-log-set", "home"];

/**
 * Tries a file of codes out, or takes it in, and tells how far it is. A run that is begun ends the one before; leaving
 * the page ends it too. A session that ended is asked for in place, and the run begins again.
 */
export function useCodeRun() {
  const program = useProgram();
  const askToSignIn = useAskToSignIn();
  const queries = useQueryClient();
  const [state, setState] = useState<CodeRunState>({ phase: "idle" });
  const current = useRef<AbortController | null>(null);

  const stop = useCallback(() => {
    current.current?.abort();
    current.current = null;
    setState({ phase: "idle" });
  }, []);
  useEffect(() => () => current.current?.abort(), []);

  const start = useCallback(
    async (input: CodeRunInput) => {
      current.current?.abort();
      const controller = new AbortController();
      current.current = controller;
      const show = (next: CodeRunState) => {
        if (current.current === controller) setState(next);
      };
      show({ phase: "running", progress: null, waits: false });
      const end = await run(input, {
        program: program.id,
        signal: controller.signal,
        askToSignIn,
        onProgress: (progress) => show({ phase: "running", progress, waits: progress === null }),
      });
      if (end.phase === "done" && input.commit)
        for (const noun of CHANGES) void queries.invalidateQueries({ queryKey: [program.id, noun] });
      show(end);
    },
    [program.id, askToSignIn, queries],
  );
  return { state, start, stop };
}

interface RunContext {
  program: string;
  signal: AbortSignal;
  askToSignIn: () => Promise<boolean>;
  /** Null while it waits for others. */
  onProgress: (progress: Progress | null) => void;
}

async function run(input: CodeRunInput, context: RunContext): Promise<CodeRunState> {
  const { file, settings, query, commit } = input;
  const address = new URLSearchParams(query);
  address.set("settings", JSON.stringify(settings));
  if (commit) address.set("commit", "true");
  // A file that was changed since it was chosen cannot be read any more; a fetch of it would not say why it fails.
  const readable = await file
    .slice(0, 1)
    .arrayBuffer()
    .then(Boolean, () => false);
  if (!readable) return { phase: "failed", code: "file_gone" };
  try {
    const response = await fetch(`/data/codes?${address}`, {
      method: "POST",
      headers: { "content-type": "text/csv", "x-milepost-program": context.program },
      body: file,
      signal: context.signal,
    });
    if (response.ok && response.body) return await follow(response.body, context.onProgress);
    const { code } = (await response.json()) as Extract<ActionResult<never>, { ok: false }>;
    if (code === "unauthenticated" && (await context.askToSignIn())) return await run(input, context);
    return { phase: "failed", code };
  } catch {
    return { phase: "failed", code: "not_ready" };
  }
}

async function follow(body: ReadableStream<Uint8Array>, onProgress: RunContext["onProgress"]): Promise<CodeRunState> {
  const failedRows: FailedRow[] = [];
  const pieces: string[] = [];
  for await (const event of readEvents(body)) {
    const told = event as Told;
    if ("ok" in told) return { phase: "failed", code: told.code };
    if (told.kind === "progress") onProgress(told);
    if (told.kind === "waiting") onProgress(null);
    if (told.kind === "failed") failedRows.push(...told.rows);
    if (told.kind === "file") pieces.push(told.text);
    if (told.kind !== "done") continue;
    const failedFile = pieces.length > 0 ? new Blob(pieces, { type: "text/csv;charset=utf-8" }) : null;
    const { kind: _, ...counts } = told;
    return { phase: "done", result: { ...counts, failedRows, failedFile } };
  }
  // The connection broke: nothing was taken in, unless all of it was.
  return { phase: "failed", code: "not_ready" };
}
