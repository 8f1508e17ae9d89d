"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useMemo, useState } from "react";
import { BoundText, BoundTextArea } from "@/components/console/forms/bound-fields";
import { RecordForm } from "@/components/console/forms/record-form";
import { RoleNote } from "@/components/console/roles/role-note";
import { buttonClasses } from "@/components/ui/button-classes";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { useCan, useProgram } from "@/lib/client/program";
import { CampaignHeader } from "./campaign-header";
import type { CampaignFormProps } from "./campaign-props";
import { CampaignTabs } from "./campaign-tabs";
import { languagesOf } from "./campaign-values";
import { type Editor, EditorProvider, useEditor } from "./editor";
import { TranslationLanguage } from "./language-choice";
import { LivePreview } from "./live-preview";
import { MilestoneLadder } from "./milestone-ladder";
import { campaignPageState } from "./preview-state";
import { RulesCard } from "./rules-card";
import { TextFields } from "./text-fields";
import { useCampaignForm, useDuplicate } from "./use-campaign-form";

/** The form of a campaign and its ladder, with the preview of what it holds. */
export function CampaignForm(props: CampaignFormProps) {
  const { slug, id, languages, maxIconBytes, actions, saved } = props;
  const t = useTranslations("campaign");
  const tNoun = useTranslations(slug === "streak" ? "streaks" : "challenges");
  const { defaultLanguage } = useProgram();
  const readOnly = !useCan("campaigns:write");
  const mayTranslate = useCan("texts:write");
  const [look, setLook] = useQueryStates(campaignPageState, { history: "replace" });
  const [others] = useState(() => languagesOf({ languages, defaultLanguage }, saved));
  const [resolved, setResolved] = useState<Editor["resolved"]>(null);
  const { form, submit, ...state } = useCampaignForm(props, others);
  const duplicate = useDuplicate(props);

  const all = [defaultLanguage, ...others];
  const language = others.find((one) => one === look.language) ?? others[0] ?? null;
  const shown = all.find((one) => one === look.shown) ?? defaultLanguage;
  const { control, getValues, setValue } = form;
  const { uploadIcon } = actions;
  const editor = useMemo(
    () => ({ slug, saved, control, getValues, setValue, language, resolved, readOnly, maxIconBytes, uploadIcon }),
    [slug, saved, control, getValues, setValue, language, resolved, readOnly, maxIconBytes, uploadIcon],
  );
  const copyAs = (text: "copyName" | "versionName") => void duplicate(t(text, { name: saved?.record.name ?? "" }));
  return (
    <EditorProvider value={editor}>
      <div className="mx-auto flex max-w-7xl flex-col gap-6">
        {saved ? (
          <CampaignHeader
            slug={slug}
            saved={saved}
            unsaved={form.formState.isDirty}
            readOnly={readOnly}
            duplicate={() => copyAs("copyName")}
            changeStatus={actions.changeStatus}
            remove={actions.remove}
          />
        ) : (
          <PageHeader title={tNoun("create")} intro={tNoun("createIntro")} />
        )}
        {id === null ? null : <CampaignTabs slug={slug} id={id} />}
        <RoleNote scope="campaigns:write" texts={language !== null} />
        <div className="grid min-w-0 gap-6 xl:grid-cols-[minmax(0,1fr)_25rem]">
          <RecordForm
            submit={submit}
            {...state}
            saveLabel={t(id === null ? "saveDraft" : "save")}
            readOnly={readOnly && (!mayTranslate || language === null)}
            long
            fieldsDisabled
            aside={
              <a href="#preview" className={`${buttonClasses({ kind: "quiet" })} xl:hidden`}>
                {t("preview.show")}
              </a>
            }
          >
            <AboutCard focused={id === null} />
            <RulesCard duplicate={() => copyAs("versionName")} />
            <TranslationLanguage
              languages={others}
              onChange={(next) => void setLook({ language: next, shown: next })}
            />
            <Card title={t("shown")} intro={t("shownIntro")}>
              <TextFields milestone={null} />
            </Card>
            <MilestoneLadder languages={others} />
          </RecordForm>
          <div id="preview" className="min-w-0 scroll-mt-4">
            <div className="xl:sticky xl:top-0">
              <LivePreview
                look={{ ...look, language: shown }}
                onChange={({ language: next, ...patch }) =>
                  void setLook({ ...patch, ...(next ? { shown: next } : {}) })
                }
                languages={all}
                onResolved={setResolved}
              />
            </div>
          </div>
        </div>
      </div>
    </EditorProvider>
  );
}

/** What only colleagues see. */
function AboutCard({ focused }: { focused: boolean }) {
  const t = useTranslations("campaign");
  const { control, readOnly } = useEditor();
  return (
    <Card title={t("about")} intro={t("aboutIntro")}>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <BoundText
          control={control}
          name="name"
          label={t("name")}
          autoFocus={focused}
          autoComplete="off"
          dir="auto"
          disabled={readOnly}
        />
        <BoundTextArea
          control={control}
          name="description"
          label={t("note")}
          optionalLabel={t("optional")}
          dir="auto"
          disabled={readOnly}
        />
      </div>
    </Card>
  );
}
