"use client";

import { useLocale, useTranslations } from "next-intl";
import { Paging } from "@/components/console/lists/paging";
import { isStalePage, ReadFailure } from "@/components/console/lists/read-failure";
import { RoleNote } from "@/components/console/roles/role-note";
import { buttonClasses } from "@/components/ui/button-classes";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { ListSkeleton } from "@/components/ui/list-table";
import { PageHeader } from "@/components/ui/page-header";
import { useCan } from "@/lib/client/program";
import type { ConsoleAction } from "@/lib/client/use-action";
import { useListState } from "@/lib/client/use-list-state";
import { useRead } from "@/lib/client/use-read";
import { languageName } from "./language-name";
import { LanguageSelect } from "./language-select";
import { OneLanguage } from "./one-language";
import { openTextQuery, openTextState } from "./open-text-state";
import { type OpenTextRow, type OpenTextsView, TEXT_FIELDS, type TextChange } from "./open-texts-view";
import { OpenTextsOfRecord } from "./record-texts";
import { TextFileMenu } from "./text-file-menu";

interface OpenTextsProps {
  save: ConsoleAction<TextChange, void>;
}

/** Every text that a language lacks or has of an older source, each translated where it stands. */
export function OpenTexts({ save }: OpenTextsProps) {
  const t = useTranslations("openTexts");
  const mayWrite = useCan("texts:write");
  const { state, change, query } = useListState(openTextState);
  const { data, error, refetch } = useRead<OpenTextsView>("open-texts", query);
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-6">
      <PageHeader
        title={t("title")}
        intro={t("intro")}
        actions={
          data?.language ? (
            <>
              <TextFileMenu language={data.language} />
              {mayWrite ? (
                <Link
                  href={`/translations/import${openTextQuery({ language: data.language })}`}
                  className={buttonClasses({ kind: "secondary" })}
                >
                  <Icon name="upload" />
                  {t("import")}
                </Link>
              ) : null}
              <LanguageSelect
                languages={data.languages}
                value={data.language}
                onChange={(language) => change({ language })}
              />
            </>
          ) : null
        }
      />
      <RoleNote scope="texts:write" />
      {error ? (
        <ReadFailure error={error} retry={() => (isStalePage(error, state.after) ? change({}) : void refetch())} />
      ) : null}
      {!data && !error ? <ListSkeleton /> : null}
      {data && !error ? <Texts view={data} save={save} /> : null}
      {data && !error ? (
        <Paging after={state.after} next={data.nextCursor} goTo={(after) => change({ after })} />
      ) : null}
    </div>
  );
}

function Texts({ view, save }: { view: OpenTextsView; save: OpenTextsProps["save"] }) {
  const t = useTranslations("openTexts");
  const locale = useLocale();
  const { language, texts } = view;
  if (language === null) return <OneLanguage />;
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
