"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ActionResult } from "@/lib/actions/action-result";
import { useProgram } from "./program";
import { useAskToSignIn } from "./session";

/** A server action of the console: the program on the screen comes first. */
export type ConsoleAction<Input, Value> = (program: string, input: Input) => Promise<ActionResult<Value>>;

interface ActionOptions<Value> {
  /** Nouns whose reads are old once it is done. */
  changes?: readonly string[];
  onDone?: (value: Value) => void;
}

const UNREACHABLE: ActionResult<never> = {
  ok: false,
  code: "not_ready",
  message: "the server did not answer",
  errors: [],
};

/**
 * Runs a server action. A session that ended is asked for again in place, and the action goes on; what it changed is
 * read anew. Never throws: the result says what came of it.
 */
export function useAction<Input, Value>(action: ConsoleAction<Input, Value>, options: ActionOptions<Value> = {}) {
  const program = useProgram();
  const askToSignIn = useAskToSignIn();
  const queries = useQueryClient();

  const attempt = async (input: Input): Promise<ActionResult<Value>> => {
    const result = await action(program.id, input).catch((): ActionResult<Value> => UNREACHABLE);
    if (!result.ok && result.code === "unauthenticated" && (await askToSignIn())) return attempt(input);
    return result;
  };
  const mutation = useMutation({
    mutationFn: attempt,
    onSuccess: (result) => {
      if (!result.ok) return;
      for (const noun of options.changes ?? []) void queries.invalidateQueries({ queryKey: [program.id, noun] });
      options.onDone?.(result.value);
    },
  });
  return { run: mutation.mutateAsync, pending: mutation.isPending, result: mutation.data ?? null };
}
