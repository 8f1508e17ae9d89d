"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { languageName } from "@/components/console/translations/language-name";
import { LanguageSelect } from "@/components/console/translations/language-select";
import { OneLanguage } from "@/components/console/translations/one-language";
import { openTextQuery, openTextState } from "@/components/console/translations/open-text-state";
import type { OpenTextsView } from "@/components/console/translations/open-texts-view";
import { Button } from "@/components/ui/button";
import { buttonClasses } from "@/components/ui/button-classes";
import { Card } from "@/components/ui/card";
import { FileDrop } from "@/components/ui/file-drop";
import { Link } from "@/components/ui/link";
import { ListSkeleton } from "@/components/ui/list-table";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { useCan } from "@/lib/client/program";
import { useListState } from "@/lib/client/use-list-state";
import { useRead } from "@/lib/client/use-read";
import { TextResults } from "./text-results";
import { type TextFileFailure, useTextFile } from "./use-text-file";

/** A translator's file comes back: looked at first, and imported when it is right. */
export function TextImport() {
  const t = useTranslations("textImport");
  const { state, change, query } = useListState(openTextState);
  const { data } = useRead<OpenTextsView>("open-texts", query);
  const mayWrite = useCan("texts:write");
  const language = state.language ?? data?.language ?? null;
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-6">
      <PageHeader
        title={t("title")}
        intro={t("intro")}
        actions={
          <>
            <Link href={`/translations${openTextQuery({ language })}`} className={buttonClasses({ kind: "secondary" })}>
              {t("back")}
            </Link>
            {data && language ? (
              <LanguageSelect
                languages={data.languages}
                value={language}
                onChange={(chosen) => change({ language: chosen })}
              />
            ) : null}
          </>
        }
      />
      {!data ? <ListSkeleton /> : null}
      {data && !language ? <OneLanguage /> : null}
      {data && language && !mayWrite ? <Notice kind="info">{t("notAllowed")}</Notice> : null}
      {data && language && mayWrite ? <FileOfLanguage key={language} language={language} /> : null}
    </div>
  );
}

function FileOfLanguage({ language }: { language: string }) {
  const t = useTranslations("textImport");
  const locale = useLocale();
  const format = useFormatter();
  const { file, done, failure, pending, choose, look, commit } = useTextFile(language);
  const name = languageName(language, locale);
  return (
    <Card title={t("fileOf", { language: name })} intro={t("fileIntro")}>
      <FileDrop
        label={t("file")}
        hint={t("fileHint")}
        chooseLabel={t(file ? "chooseOther" : "choose")}
        file={
          file && { name: file.name, detail: t("size", { size: format.number(Math.ceil(file.bytes.size / 1000)) }) }
        }
        accept={[".csv", ".json", "text/csv", "application/json"]}
        onFile={choose}
      />
      <div role="status" className="empty:hidden">
        {pending ? <p className="text-muted">{t("working")}</p> : null}
      </div>
      {failure ? <Failure failure={failure} retry={file && !pending ? look : null} /> : null}
      {done ? (
        <TextResults key={String(done.committed)} {...done} language={language} fileName={file?.name ?? ""} />
      ) : null}
      {done && !done.committed ? (
        <div className="flex flex-wrap items-center justify-end gap-3">
          {done.view.counts.changed === 0 ? <p className="text-muted">{t("nothing")}</p> : null}
          <Button onPress={commit} disabled={pending || done.view.counts.changed === 0}>
            {t("submit", { count: done.view.counts.changed })}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

/** What the service says of a file as a whole; anything else is told as everywhere. */
const FILE_PROBLEMS = [
  "empty",
  "malformed_json",
  "missing_columns",
  "not_unicode",
  "other_language",
  "default_language",
  "no_language",
  "too_many_texts",
] as const;

function Failure({ failure, retry }: { failure: TextFileFailure; retry: (() => void) | null }) {
  const t = useTranslations("textImport");
  const tErrors = useTranslations("errors");
  const { code, detail } = failure;
  const problem = FILE_PROBLEMS.find((known) => known === detail);
  const text =
    code === "file_gone"
      ? t("fileProblems.file_gone")
      : code === "payload_too_large"
        ? t("fileProblems.too_large")
        : code === "invalid_request"
          ? t(`fileProblems.${problem ?? "no_texts"}`)
          : tErrors(code);
  return (
    <div className="flex flex-col items-start gap-3">
      <Notice kind="danger">{text}</Notice>
      {retry && code !== "invalid_request" ? (
        <Button kind="secondary" size="small" onPress={retry}>
          {t("retry")}
        </Button>
      ) : null}
    </div>
  );
}
