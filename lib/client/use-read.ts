"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ActionResult } from "@/lib/actions/action-result";
import type { ErrorCode } from "@/lib/errors";
import { useProgram } from "./program";
import { readKey } from "./read-key";
import { type AskToSignIn, useAskToSignIn } from "./session";

/** Tells the server which program is on the screen, whatever another tab has chosen since. */
const PROGRAM_HEADER = "x-milepost-program";

/** A read that the server refused, by code. */
export class ReadError extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
  }
}

/**
 * Reads `/data/<noun><query>`: what app/data/reads.ts names so. The page may have put the first answer there already;
 * while another is on its way the last one stays in view.
 */
export function useRead<Value>(noun: string, query = "", { enabled = true }: { enabled?: boolean } = {}) {
  const program = useProgram();
  const askToSignIn = useAskToSignIn();
  return useQuery({
    queryKey: readKey(program.id, noun, query),
    queryFn: ({ signal }) => fetchRead<Value>({ program: program.id, noun, query, signal, askToSignIn }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** Asks for a read once and anew, whatever is kept of it: what `useRead` reads, for an answer to something done. */
export function useReadAnew<Value>(noun: string) {
  const program = useProgram();
  const askToSignIn = useAskToSignIn();
  const queries = useQueryClient();
  return (query: string) =>
    queries.fetchQuery({
      queryKey: readKey(program.id, noun, query),
      queryFn: ({ signal }) => fetchRead<Value>({ program: program.id, noun, query, signal, askToSignIn }),
      staleTime: 0,
    });
}

interface Read {
  program: string;
  noun: string;
  query: string;
  signal: AbortSignal;
  askToSignIn: AskToSignIn;
}

async function fetchRead<Value>(read: Read): Promise<Value> {
  const { program, noun, query, signal, askToSignIn } = read;
  const response = await fetch(`/data/${noun}${query}`, { headers: { [PROGRAM_HEADER]: program }, signal });
  const result: ActionResult<Value> = await response.json();
  if (result.ok) return result.value;
  if (result.code === "unauthenticated" && (await askToSignIn())) return fetchRead(read);
  throw new ReadError(result.code);
}
