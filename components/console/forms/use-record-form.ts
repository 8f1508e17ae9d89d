"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type DefaultValues, type FieldErrors, type FieldValues, type Path, set, useForm } from "react-hook-form";
import type { z } from "zod";
import type { ActionResult } from "@/lib/actions/action-result";
import { carryOver } from "@/lib/client/carry-over";
import { dropDraft, keepDraft, readDraft } from "@/lib/client/drafts";
import { fieldIssues, fieldOfPath, pathOfPointer } from "@/lib/client/form-issues";
import { useProgram } from "@/lib/client/program";
import { useFieldTexts } from "./use-field-texts";

interface RecordFormOptions<Values extends FieldValues, Wire, Value> {
  /** Of which form a draft is: noun and record, such as `streak.new`. */
  draftKey: string;
  /** The shape on the wire, the same that the service reads. */
  contract: z.ZodType;
  /** The record as it is, or an empty one: what the fields edit. */
  initial: Values;
  /** What is sent for what was typed; its paths are those of the fields. */
  toWire: (values: Values) => Wire;
  /** The action, such as `run` of `useAction`; with what would have been sent before anything was typed. */
  save: (wire: Wire, before: Wire) => Promise<ActionResult<Value>>;
  /** What the fields show of what was saved; without it, what was typed. */
  fromSaved?: (value: Value) => Values;
  onSaved: (value: Value) => void;
}

/**
 * A form over a contract: refuses what the contract refuses, at the field, in the reader's language, and puts what the
 * server refused on its fields too. What was typed outlives Back, reload, a failed save and an ended session.
 */
export function useRecordForm<Values extends FieldValues, Wire, Value>(
  options: RecordFormOptions<Values, Wire, Value>,
) {
  const { contract, initial, toWire, save, fromSaved, onSaved } = options;
  const draftKey = `${useProgram().id}.${options.draftKey}`;
  const texts = useFieldTexts();
  const tErrors = useTranslations("errors");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [restored, setRestored] = useState(false);
  const form = useForm<Values>({
    defaultValues: initial as DefaultValues<Values>,
    resolver: (values) => {
      const parsed = contract.safeParse(toWire(values), { reportInput: true });
      if (parsed.success) return { values, errors: {} };
      const errors: FieldErrors<Values> = {};
      for (const issue of fieldIssues(parsed.error))
        set(errors, fieldOfPath(values, issue.path) ?? `root.${issue.rule}`, {
          type: issue.rule,
          message: texts.ofIssue(issue),
        });
      return { values: {}, errors };
    },
  });
  const settle = useDraft({ form, draftKey, onRestored: setRestored });

  const submit = form.handleSubmit(async (values) => {
    setRefusal(null);
    const result = await save(toWire(values), toWire(form.formState.defaultValues as Values));
    if (result.ok) {
      settle(fromSaved?.(result.value) ?? values, values);
      onSaved(result.value);
      return;
    }
    const ofFields = result.errors.flatMap((error) => {
      const path = fieldOfPath(values, pathOfPointer(error.pointer));
      return path === null ? [] : [{ ...error, path }];
    });
    for (const [position, error] of ofFields.entries())
      form.setError(
        error.path as Path<Values>,
        { type: "server", message: texts.ofServer(error) },
        { shouldFocus: position === 0 },
      );
    if (ofFields.length === 0) setRefusal(tErrors(result.code));
  });
  const discard = () => settle(form.formState.defaultValues as Values);
  return { form, submit, refusal, restored, discard, saving: form.formState.isSubmitting };
}

interface DraftOptions<Values extends FieldValues> {
  form: ReturnType<typeof useForm<Values>>;
  draftKey: string;
  onRestored: (restored: boolean) => void;
}

/** What was typed, and what it was typed over: the record may have changed since. */
interface Draft<Values> {
  before: Values;
  typed: Values;
}

const isDraft = (kept: unknown): kept is Draft<never> =>
  typeof kept === "object" && kept !== null && "before" in kept && "typed" in kept;

/**
 * Puts an unsaved draft back once, and keeps every change from then on. Answers how to settle on values that are saved:
 * no draft is left of them. What was typed after the values were `sent` stays typed.
 */
function useDraft<Values extends FieldValues>({ form, draftKey, onRestored }: DraftOptions<Values>) {
  useEffect(() => {
    const draft = readDraft(draftKey);
    if (isDraft(draft)) {
      const saved = form.getValues();
      const shown = carryOver<Values>(draft.before, draft.typed, saved);
      if (JSON.stringify(shown) === JSON.stringify(saved)) dropDraft(draftKey);
      else {
        form.reset(shown, { keepDefaultValues: true });
        onRestored(true);
      }
    }
    return form.subscribe({
      formState: { values: true },
      callback: ({ values, defaultValues }) => {
        if (JSON.stringify(values) === JSON.stringify(defaultValues)) dropDraft(draftKey);
        else keepDraft(draftKey, { before: defaultValues, typed: values });
      },
    });
  }, [form, draftKey, onRestored]);
  return (saved: Values, sent?: Values) => {
    const shown = sent ? carryOver(sent, form.getValues(), saved) : saved;
    form.reset(saved);
    dropDraft(draftKey);
    onRestored(false);
    if (shown !== saved) form.reset(shown, { keepDefaultValues: true });
  };
}
