"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { dropDraft, keepDraft, readDraft } from "@/lib/client/drafts";
import { useProgram } from "@/lib/client/program";
import { rewardLogUpdate } from "@/lib/contracts/reward-log";
import type { RewardRowActions } from "./reward-actions";
import type { RewardRow } from "./reward-row";
import { useRewardChange } from "./use-reward-change";
import { useSeenRow } from "./use-seen-row";

interface CodeFormProps {
  row: RewardRow;
  actions: RewardRowActions;
  /** Something was typed that is not saved, now or before this page. */
  onTyped: () => void;
  onSaved: () => void;
  /** Set when there is a code to go back to. */
  cancel: (() => void) | null;
}

/** The input in which a code is typed; Enter saves and goes on to the next one. A refusal stands below it. */
export function CodeForm({ row, actions, onTyped, onSaved, cancel }: CodeFormProps) {
  const t = useTranslations("rewardLogs");
  const errorId = useId();
  const input = useRef<HTMLInputElement>(null);
  const { text, setText, drop } = useDraft(row, onTyped);
  const leave = (then: () => void) => () => {
    drop();
    then();
  };
  const { error, replaced, pending, submit } = useSave({ row, actions, text, input, onSaved: leave(onSaved) });
  const opened = useRef(cancel !== null);
  useEffect(() => {
    // Opened by a press on "Change", whose next thought is to type.
    if (opened.current) input.current?.select();
  }, []);
  return (
    <form onSubmit={submit} noValidate className="flex w-full min-w-0 flex-col gap-1">
      <div className="flex items-center gap-1.5">
        <input
          ref={input}
          data-waiting={cancel === null ? "" : undefined}
          aria-label={t("codeFor", { member: row.member?.name ?? t("memberGone") })}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          dir="auto"
          placeholder={t("codePlaceholder")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") cancel?.();
          }}
          className="h-9 w-full min-w-0 rounded-md border border-field-border bg-surface px-2 font-mono text-base aria-invalid:border-danger placeholder:font-sans placeholder:text-muted sm:text-sm"
        />
        <Button type="submit" kind="secondary" size="small" disabled={pending}>
          {pending ? t("saving") : t("save")}
        </Button>
        {cancel ? (
          <Button kind="quiet" size="small" onPress={leave(cancel)}>
            {t("cancel")}
          </Button>
        ) : null}
      </div>
      {error ? (
        <p id={errorId} role="alert" className="text-danger text-xs">
          {error}
          {replaced === null ? null : ` ${t("codeNow", { code: replaced })}`}
        </p>
      ) : null}
    </form>
  );
}

/** What is typed outlives Back, reload and an ended session, as in every form. */
function useDraft({ id, couponCode }: RewardRow, onTyped: () => void) {
  const key = `${useProgram().id}.reward-code.${id}`;
  const [text, setText] = useState(couponCode ?? "");
  useEffect(() => {
    const draft = readDraft(key);
    if (typeof draft !== "string") return;
    setText(draft);
    onTyped();
  }, [key, onTyped]);
  return {
    text,
    setText: (next: string) => {
      setText(next);
      onTyped();
      if (next === (couponCode ?? "")) dropDraft(key);
      else keepDraft(key, next);
    },
    drop: () => dropDraft(key),
  };
}

interface SaveOptions {
  row: RewardRow;
  actions: RewardRowActions;
  text: string;
  input: React.RefObject<HTMLInputElement | null>;
  onSaved: () => void;
}

function useSave({ row, actions, text, input, onSaved }: SaveOptions) {
  const t = useTranslations("rewardLogs");
  const tErrors = useTranslations("errors");
  const [error, setError] = useState<string | null>(null);
  const { seen, told, tell } = useSeenRow(row, "couponCode");
  const [pending, setPending] = useState(false);
  const { apply } = useRewardChange(actions);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    const couponCode = text.trim();
    if (!rewardLogUpdate.safeParse({ couponCode }).success) return setError(t("codeInvalid"));
    setPending(true);
    setError(null);
    const next = nextWaiting(input.current);
    const result = await apply(seen, { couponCode }, t("codeSaved"));
    setPending(false);
    if (!result.ok) {
      if (result.code === "set_changed") tell();
      return setError(tErrors(result.code));
    }
    if (input.current?.form?.contains(document.activeElement)) next?.focus();
    return onSaved();
  };
  return { error, replaced: told ? row.couponCode : null, pending, submit };
}

/** The input of the next reward that waits for a code, in the order of the list. */
function nextWaiting(from: HTMLInputElement | null): HTMLInputElement | null {
  const waiting = [...(from?.closest("table")?.querySelectorAll<HTMLInputElement>("input[data-waiting]") ?? [])];
  return from
    ? (waiting.find((item) => from.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING) ?? null)
    : null;
}
