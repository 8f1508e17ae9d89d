"use client";

import { dropDraft, keepDraft, readDraft } from "./drafts";
import { useProgram } from "./program";

interface Decision {
  key: string;
  /** What was sent under it. */
  input: string;
}

/**
 * A key for each decision to do something that must not be done twice. What is sent again after an answer was lost, also
 * after a reload, is the same decision; after `settle` it is another one.
 */
export function useDecision(name: string) {
  const kept = `${useProgram().id}.${name}`;
  return {
    keyOf: (sent: unknown): string => {
      const input = JSON.stringify(sent);
      const last = readDraft(kept) as Decision | null;
      if (last?.input === input) return last.key;
      const key = crypto.randomUUID();
      keepDraft(kept, { key, input } satisfies Decision);
      return key;
    },
    settle: () => dropDraft(kept),
  };
}
