"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useEffect, useRef, useState } from "react";
import { useWatch } from "react-hook-form";
import { BoundText, BoundTextArea } from "@/components/console/forms/bound-fields";
import { RecordForm } from "@/components/console/forms/record-form";
import { useRecordForm } from "@/components/console/forms/use-record-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { showToast } from "@/components/ui/toast";
import { useCan, useProgram } from "@/lib/client/program";
import { useAction } from "@/lib/client/use-action";
import { usePreview } from "@/lib/client/use-preview";
import { challengeForm, streakForm } from "@/lib/contracts/campaign-form";
import { campaignChange } from "./campaign-edit";
import type { CampaignEditorProps } from "./campaign-editor";
import { CampaignHeader } from "./campaign-header";
import type { CampaignRecord } from "./campaign-record";
import { type CampaignValues, campaignValues, campaignWire, languagesOf, newCampaign } from "./campaign-values";
import { EditorProvider, type ResolvedTexts } from "./editor";
import { TranslationLanguage } from "./language-choice";
import { MilestoneLadder } from "./milestone-ladder";
import { previewInput } from "./preview-input";
import { campaignPageState } from "./preview-state";
import { RulesCard } from "./rules-card";
import { TextFields } from "./text-fields";
import { WidgetPreview } from "./widget-preview";

const MAX_NAME = 256;

interface CampaignFormProps extends CampaignEditorProps {
  /** As it is saved; null for a new one. */
  saved: CampaignRecord | null;
}

/** The form of a campaign and its ladder, with the preview of what it holds. */
export function CampaignForm(props: CampaignFormProps) {
  const { slug, id, languages, maxIconBytes, actions, saved } = props;
  const t = useTranslations("campaign");
  const tNoun = useTranslations(slug === "streak" ? "streaks" : "challenges");
  const program = useProgram();
  const readOnly = !useCan("campaigns:write");
  const [look, setLook] = useQueryStates(campaignPageState, { history: "replace" });
  const [others] = useState(() => languagesOf({ languages, defaultLanguage: program.defaultLanguage }, saved));
  const language = others.find((one) => one === look.language) ?? others[0] ?? null;
  const shown = [program.defaultLanguage, ...others].find((one) => one === look.shown) ?? program.defaultLanguage;
  const { form, submit, ...state } = useCampaignForm(props, others);
  const { control, setValue, formState } = form;
  const duplicate = useDuplicate(props);

  const values = useWatch({ control }) as CampaignValues;
  const { input, positions } = previewInput(slug, values, { member: look.member, shown, language });
  const preview = usePreview<Preview>(input);
  const milestones: ResolvedTexts[] = [];
  for (const [place, position] of positions.entries()) milestones[position] = preview?.resolved.milestones[place] ?? {};
  const resolved = preview && { campaign: preview.resolved.campaign, milestones };

  const editor = {
    slug,
    saved,
    control,
    setValue,
    language,
    resolved,
    readOnly,
    maxIconBytes,
    uploadIcon: actions.uploadIcon,
  };
  return (
    <EditorProvider value={editor}>
      <div className="mx-auto flex max-w-7xl flex-col gap-6">
        {saved ? (
          <CampaignHeader
            slug={slug}
            saved={saved}
            unsaved={formState.isDirty}
            readOnly={readOnly}
            duplicate={() => void duplicate(t("copyName", { name: saved.record.name }))}
            changeStatus={actions.changeStatus}
            remove={actions.remove}
          />
        ) : (
          <PageHeader title={tNoun("create")} intro={tNoun("createIntro")} />
        )}
        <div className="grid min-w-0 gap-6 xl:grid-cols-[minmax(0,1fr)_25rem]">
          <RecordForm
            submit={submit}
            {...state}
            saveLabel={t(id === null ? "saveDraft" : "save")}
            readOnly={readOnly}
            long
          >
            <Card title={t("about")} intro={t("aboutIntro")}>
              <div className="grid items-start gap-5 sm:grid-cols-2">
                <BoundText
                  control={control}
                  name="name"
                  label={t("name")}
                  autoFocus={id === null}
                  autoComplete="off"
                  dir="auto"
                />
                <BoundTextArea
                  control={control}
                  name="description"
                  label={t("note")}
                  optionalLabel={t("optional")}
                  dir="auto"
                />
              </div>
            </Card>
            <RulesCard duplicate={() => void duplicate(t("versionName", { name: saved?.record.name ?? "" }))} />
            <TranslationLanguage
              languages={others}
              onChange={(next) => void setLook({ language: next, shown: next })}
            />
            <Card title={t("shown")} intro={t("shownIntro")}>
              <TextFields milestone={null} />
            </Card>
            <MilestoneLadder languages={others} />
          </RecordForm>
          <div className="min-w-0">
            <div className="xl:sticky xl:top-0">
              <WidgetPreview
                html={preview?.html ?? null}
                look={{ ...look, language: shown }}
                onChange={({ language: next, ...patch }) =>
                  void setLook({ ...patch, ...(next ? { shown: next } : {}) })
                }
                languages={[program.defaultLanguage, ...others]}
              />
            </div>
          </div>
        </div>
      </div>
    </EditorProvider>
  );
}

interface Preview {
  html: string;
  resolved: { campaign: ResolvedTexts; milestones: ResolvedTexts[] };
}

function useCampaignForm({ slug, id, actions, saved }: CampaignFormProps, others: readonly string[]) {
  const t = useTranslations("campaign");
  const router = useRouter();
  const status = saved?.record.status ?? "draft";
  const { run } = useAction(actions.save, { changes: ["campaign", `${slug}s`, "milestones", "status-outlook"] });
  // What was saved last: a change is what differs from it.
  const [initial] = useState(() => (saved ? campaignValues(saved, others) : newCampaign(others)));
  const base = useRef(saved === null ? null : initial);
  const record = useRecordForm({
    draftKey: `${slug}.${id ?? "new"}`,
    contract: slug === "streak" ? streakForm : challengeForm,
    initial,
    toWire: (values: CampaignValues) => campaignWire(slug, values, status),
    save: (wire) => run(campaignChange(slug, id, base.current && campaignWire(slug, base.current, status), wire)),
    onSaved: (next: CampaignRecord) => {
      showToast(t("saved"));
      if (id === null) return router.replace(`/${slug}s/${next.record.id}`);
      base.current = campaignValues(next, others);
      record.form.reset(base.current);
    },
  });
  const { form } = record;
  const { isDirty } = form.formState;
  // Somebody else changed it, and nothing is typed here that this could overwrite.
  useEffect(() => {
    if (!saved || isDirty || base.current === null) return;
    const next = campaignValues(saved, others);
    if (JSON.stringify(next) === JSON.stringify(base.current)) return;
    base.current = next;
    form.reset(next);
  }, [saved, others, isDirty, form]);
  return record;
}

/** Copies the campaign as it is saved, and opens the copy. */
function useDuplicate({ slug, id, actions }: CampaignFormProps) {
  const t = useTranslations("campaign");
  const tErrors = useTranslations("errors");
  const router = useRouter();
  const { run } = useAction(actions.duplicate, { changes: [`${slug}s`, "milestones"] });
  return async (name: string) => {
    if (id === null) return;
    const result = await run({ slug, id, name: [...name].slice(0, MAX_NAME).join("") });
    if (!result.ok) return showToast(tErrors(result.code), { kind: "danger" });
    showToast(t("duplicated"));
    router.push(`/${slug}s/${result.value.id}`);
  };
}
