"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { z } from "zod";
import { BoundText, BoundTextArea } from "@/components/console/forms/bound-fields";
import { useRecordForm } from "@/components/console/forms/use-record-form";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import { useCan, useProgram } from "@/lib/client/program";
import { type ConsoleAction, useAction } from "@/lib/client/use-action";
import { text } from "@/lib/contracts/fields";
import { milestoneUpdate } from "@/lib/contracts/milestone";
import { directionOfLanguage } from "@/lib/domain/language-tag";
import { languageName } from "./language-name";
import type { OpenTextRow, TextChange, TextField } from "./open-texts-view";

interface OpenTextFormProps {
  language: string;
  row: OpenTextRow;
  save: ConsoleAction<TextChange, void>;
}

/** A milestone has every text, with the same rules as parents; here none is left empty. */
function contractOf(field: TextField) {
  return z.object({ text: milestoneUpdate.shape[field].pipe(text(1024)) });
}

/** A text that is saved leaves the list: the focus goes on to the next one, or back to the one before. */
function focusNext(form: HTMLFormElement | null): void {
  const fields = [...document.querySelectorAll<HTMLElement>("[data-open-text] :is(input, textarea)")];
  const own = fields.findIndex((field) => form?.contains(field));
  (fields[own + 1] ?? fields[own - 1])?.focus();
}

/**
 * The source that is translated: as it was when typing began, whatever is read since. Once the reader was told that it
 * is another by now, as it is.
 */
function useTranslatedSource(source: string, typing: boolean) {
  const [began, setBegan] = useState(source);
  const [told, setTold] = useState(false);
  if (!typing && began !== source) setBegan(source);
  return { translated: told || !typing ? source : began, tell: () => setTold(true) };
}

/** One text: its source, and beside it the translation, which is saved by itself. */
export function OpenTextForm({ language, row, save }: OpenTextFormProps) {
  const t = useTranslations("openTexts");
  const tForms = useTranslations("forms");
  const locale = useLocale();
  const { id: program, defaultLanguage } = useProgram();
  const queries = useQueryClient();
  const mayWrite = useCan("texts:write");
  const { run } = useAction(save, { changes: ["open-texts", "home", `${row.parentSlug}s`] });
  const formRef = useRef<HTMLFormElement>(null);
  const { slug, recordId, field, source, state } = row;
  const { form, submit, saving, refusal } = useRecordForm({
    draftKey: `text.${recordId}.${field}.${language}`,
    contract: contractOf(field),
    initial: { text: row.translation ?? "" },
    toWire: (values) => values,
    save: async ({ text: written }) => {
      const result = await run({ slug, recordId, language, field, source: translated, text: written.trim() });
      if (!result.ok && result.code === "source_changed") {
        await queries.invalidateQueries({ queryKey: [program, "open-texts"] });
        tell();
      }
      return result;
    },
    onSaved: () => {
      showToast(t("saved"));
      focusNext(formRef.current);
    },
  });
  const { translated, tell } = useTranslatedSource(source, form.formState.isDirty);
  const bound = {
    control: form.control,
    name: "text" as const,
    label: languageName(language, locale),
    lang: language,
    dir: directionOfLanguage(language),
  };
  return (
    <form
      ref={formRef}
      data-open-text
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      className="grid min-w-0 gap-x-6 gap-y-3 p-4 md:grid-cols-2"
    >
      <div className="flex min-w-0 flex-col gap-1.5">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {t(`fields.${field}`)}
          <Badge look={state === "missing" ? "neutral" : "warning"}>{t(`states.${state}`)}</Badge>
        </p>
        <p
          lang={defaultLanguage}
          dir={directionOfLanguage(defaultLanguage)}
          className="wrap-anywhere whitespace-pre-wrap text-muted"
        >
          {source}
        </p>
      </div>
      <fieldset disabled={!mayWrite} className="flex min-w-0 flex-col gap-2">
        {field.endsWith("Title") ? <BoundText {...bound} autoComplete="off" /> : <BoundTextArea {...bound} rows={2} />}
        {refusal ? (
          <p role="alert" className="text-danger text-sm">
            {refusal}
          </p>
        ) : null}
        {mayWrite ? (
          <div className="flex justify-end">
            <Button type="submit" kind="secondary" size="small" disabled={saving}>
              {saving ? tForms("saving") : t("save")}
            </Button>
          </div>
        ) : null}
      </fieldset>
    </form>
  );
}
