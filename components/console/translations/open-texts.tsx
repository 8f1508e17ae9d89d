"use client";

import { useLocale, useTranslations } from "next-intl";
import { RoleNote } from "@/components/console/roles/role-note";
import { Button } from "@/components/ui/button";
import { buttonClasses } from "@/components/ui/button-classes";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { ListSkeleton } from "@/components/ui/list-table";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { useCan } from "@/lib/client/program";
import type { ConsoleAction } from "@/lib/client/use-action";
import { useListState } from "@/lib/client/use-list-state";
import { ReadError, useRead } from "@/lib/client/use-read";
import { languageName } from "./language-name";
import { openTextState } from "./open-text-state";
import { type OpenTextRow, type OpenTextsView, TEXT_FIELDS, type TextChange } from "./open-texts-view";
import { OpenTextsOfRecord } from "./record-texts";

interface OpenTextsProps {
  save: ConsoleAction<TextChange, void>;
}

/** Every text that a language lacks or has of an older source, each translated where it stands. */
export function OpenTexts({ save }: OpenTextsProps) {
  const t = useTranslations("openTexts");
  const locale = useLocale();
  const { state, change, query } = useListState(openTextState);
  const { data, error, refetch } = useRead<OpenTextsView>("open-texts", query);
  const choices = (data?.languages ?? []).map(({ language, open }) => ({
    value: language,
    label:
      open === null
        ? languageName(language, locale)
        : t("languageOf", { language: languageName(language, locale), count: open }),
  }));
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-6">
      <PageHeader
        title={t("title")}
        intro={t("intro")}
        actions={
          data?.language ? (
            <Select
              bare
              label={t("language")}
              value={data.language}
              onChange={(language) => change({ language })}
              choices={choices}
            />
          ) : null
        }
      />
      <RoleNote scope="texts:write" />
      {error ? <Failure error={error} restart={() => (state.after ? change({}) : void refetch())} /> : null}
      {!data && !error ? <ListSkeleton /> : null}
      {data && !error ? <Texts view={data} save={save} /> : null}
      {data && !error && (state.after || data.nextCursor) ? (
        <Paging after={state.after} next={data.nextCursor} goTo={(after) => change({ after })} />
      ) : null}
    </div>
  );
}

function Texts({ view, save }: { view: OpenTextsView; save: OpenTextsProps["save"] }) {
  const t = useTranslations("openTexts");
  const mayAddLanguage = useCan("keys:write");
  const locale = useLocale();
  const { language, texts } = view;
  if (language === null)
    return (
      <EmptyState
        title={t("oneLanguageTitle")}
        action={
          mayAddLanguage ? (
            <Link href="/settings#languages" className={buttonClasses({ kind: "secondary", size: "small" })}>
              {t("addLanguage")}
            </Link>
          ) : null
        }
      >
        {t("oneLanguage")}
      </EmptyState>
    );
  if (texts.length === 0)
    return <EmptyState title={t("doneTitle", { language: languageName(language, locale) })}>{t("done")}</EmptyState>;
  return recordsOf(texts).map((record) => (
    <OpenTextsOfRecord key={`${language}-${record[0].recordId}`} language={language} texts={record} save={save} />
  ));
}

/** Texts of one record stand together: its titles first. */
function recordsOf(texts: OpenTextRow[]): [OpenTextRow, ...OpenTextRow[]][] {
  const records = new Map<string, [OpenTextRow, ...OpenTextRow[]]>();
  for (const text of texts) {
    const known = records.get(text.recordId);
    if (known) known.push(text);
    else records.set(text.recordId, [text]);
  }
  for (const record of records.values())
    record.sort((a, b) => TEXT_FIELDS.indexOf(a.field) - TEXT_FIELDS.indexOf(b.field));
  return [...records.values()];
}

interface PagingProps {
  after: string | null;
  next: string | null;
  goTo: (after: string | null) => void;
}

function Paging({ after, next, goTo }: PagingProps) {
  const t = useTranslations("lists");
  return (
    <nav aria-label={t("paging")} className="flex justify-end gap-2">
      {after ? (
        <Button kind="secondary" size="small" onPress={() => goTo(null)}>
          {t("first")}
        </Button>
      ) : null}
      {next ? (
        <Button kind="secondary" size="small" onPress={() => goTo(next)}>
          {t("next")}
        </Button>
      ) : null}
    </nav>
  );
}

function Failure({ error, restart }: { error: Error; restart: () => void }) {
  const t = useTranslations("lists");
  const tErrors = useTranslations("errors");
  return (
    <EmptyState
      title={t("failedTitle")}
      action={
        <Button kind="secondary" size="small" onPress={restart}>
          {t("retry")}
        </Button>
      }
    >
      {tErrors(error instanceof ReadError ? error.code : "not_ready")}
    </EmptyState>
  );
}
