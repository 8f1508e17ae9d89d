"use client";

import { useEffect, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { IssueState, RewardRowLabels, RewardView } from "./reward-view";

interface CodeFormProps {
  reward: RewardView;
  labels: RewardRowLabels;
  state: IssueState;
  pending: boolean;
  submit: (form: FormData) => void;
  /** Set when there is a code to go back to. */
  cancel: (() => void) | null;
}

/** The input in which a code is typed; Enter saves. A refusal stands below it, and what was typed stays. */
export function CodeForm({ reward, labels, state, pending, submit, cancel }: CodeFormProps) {
  const errorId = useId();
  const input = useRef<HTMLInputElement>(null);
  const opened = cancel !== null;
  useEffect(() => {
    // Opened by a press on "Change", whose next thought is to type.
    if (opened) input.current?.focus();
  }, [opened]);
  const refused = state.outcome === "refused" ? state : null;
  return (
    <form action={submit} noValidate className="flex flex-col gap-1">
      <input type="hidden" name="id" value={reward.id} />
      <div className="flex items-center gap-1.5">
        <input
          name="couponCode"
          aria-label={reward.codeLabel}
          aria-invalid={refused ? true : undefined}
          aria-describedby={refused ? errorId : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          ref={input}
          dir="auto"
          placeholder={labels.codePlaceholder}
          defaultValue={refused?.typed ?? reward.code ?? ""}
          className="h-8 w-full min-w-0 rounded-md border border-field-border bg-surface px-2 font-mono text-base aria-invalid:border-danger placeholder:font-sans placeholder:text-muted sm:text-sm"
        />
        <Button type="submit" kind="secondary" size="small" disabled={pending}>
          {pending ? labels.saving : labels.save}
        </Button>
        {cancel ? (
          <Button kind="quiet" size="small" onClick={cancel}>
            {labels.cancel}
          </Button>
        ) : null}
      </div>
      {refused ? (
        <p id={errorId} role="alert" className="text-danger text-xs">
          {refused.message}
        </p>
      ) : null}
    </form>
  );
}
