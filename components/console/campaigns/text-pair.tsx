"use client";

import { useTranslations } from "next-intl";
import { type FieldPathByValue, useWatch } from "react-hook-form";
import { BoundText, BoundTextArea } from "@/components/console/forms/bound-fields";
import { Button } from "@/components/ui/button";
import { useCan, useProgram } from "@/lib/client/program";
import { directionOfLanguage } from "@/lib/domain/language-tag";
import { unknownVariables } from "@/lib/domain/template";
import type { CampaignText, CampaignValues, MilestoneText, MilestoneValues } from "./campaign-values";
import { useEditor } from "./editor";
import { textState } from "./text-states";
import { useLanguageName } from "./use-language-name";

type TextPath = FieldPathByValue<CampaignValues, string>;

const LONG: ReadonlySet<string> = new Set(["eudDescription", "eudMilestoneRewardInstructionMessage"]);

interface TextPairProps {
  field: CampaignText | MilestoneText;
  /** The position of the milestone that it belongs to; null for the campaign itself. */
  milestone: number | null;
  hint?: string;
}

/** A text that members see and, beside it, its translation into the language that is chosen, with how that stands. */
export function TextPair({ field, milestone, hint }: TextPairProps) {
  const t = useTranslations("campaign");
  const tErrors = useTranslations("formErrors");
  const { control, language, readOnly } = useEditor();
  const mayTranslate = useCan("texts:write");
  const { defaultLanguage } = useProgram();
  const nameOf = useLanguageName();
  const prefix = milestone === null ? "" : `milestones.${milestone}.`;
  const Bound = LONG.has(field) ? BoundTextArea : BoundText;
  const check = (text: string) => {
    const [wrong] = field === "eudMilestoneRewardInstructionMessage" ? unknownVariables(text) : [];
    return wrong && tErrors("unknownVariable", { ...wrong });
  };
  const label = t(`texts.${field}`);
  return (
    <div className={`grid min-w-0 gap-x-5 gap-y-3 ${language ? "sm:grid-cols-2" : ""}`}>
      <Bound
        control={control}
        name={`${prefix}${field}` as TextPath}
        label={label}
        hint={hint}
        check={check}
        lang={defaultLanguage}
        dir={directionOfLanguage(defaultLanguage)}
        autoComplete="off"
        disabled={readOnly}
      />
      {language ? (
        <div className="flex min-w-0 flex-col gap-1">
          <Bound
            control={control}
            name={`${prefix}translations.${language}.${field}` as TextPath}
            label={t("inLanguage", { label, language: nameOf(language) })}
            hint={<TextStanding field={field} milestone={milestone} language={language} />}
            check={check}
            lang={language}
            dir={directionOfLanguage(language)}
            autoComplete="off"
            disabled={!mayTranslate}
          />
          <StillRight field={field} milestone={milestone} language={language} />
        </div>
      ) : null}
    </div>
  );
}

type StandingProps = Pick<TextPairProps, "field" | "milestone"> & { language: string };

/** How a translation stands; where it is missing, what its readers get instead. */
function TextStanding({ field, milestone, language }: StandingProps) {
  const t = useTranslations("campaign");
  const nameOf = useLanguageName();
  const { resolved } = useEditor();
  const state = useTextState({ field, milestone, language });
  if (state === null) return null;
  if (state === "done") return <span className="text-success">{t("stateDone")}</span>;
  if (state === "outdated") return <span className="text-warning">{t("stateOutdated")}</span>;
  const found = (milestone === null ? resolved?.campaign : resolved?.milestones[milestone])?.[field];
  if (!found) return <span className="text-warning">{t("stateMissing")}</span>;
  return (
    <span className="text-warning">
      {t.rich("stateFallsBack", {
        language: nameOf(found.language),
        text: () => (
          <bdi lang={found.language} className="wrap-anywhere text-foreground">
            {found.text}
          </bdi>
        ),
      })}
    </span>
  );
}

/** For a text whose source changed, and whose translation goes with it all the same. */
function StillRight({ field, milestone, language }: StandingProps) {
  const t = useTranslations("campaign");
  const { control, setValue } = useEditor();
  const mayTranslate = useCan("texts:write");
  const path = (milestone === null ? "confirmed" : `milestones.${milestone}.confirmed`) as "confirmed";
  const confirmed = useWatch({ control, name: path });
  if (useTextState({ field, milestone, language }) !== "outdated" || !mayTranslate) return null;
  const confirm = () => setValue(path, [...confirmed, `${language}.${field}`], { shouldDirty: true });
  return (
    <div>
      <Button kind="quiet" size="small" onPress={confirm}>
        {t("stillRight")}
      </Button>
    </div>
  );
}

function useTextState({ field, milestone, language }: StandingProps) {
  const { control, saved } = useEditor();
  // Of the campaign itself: every value, since its texts lie beside all else.
  const path = (milestone === null ? undefined : `milestones.${milestone}`) as `milestones.${number}`;
  const values: unknown = useWatch({ control, name: path });
  if (milestone === null)
    return textState(field as CampaignText, language, values as CampaignValues, saved?.record ?? null);
  const typed = values as MilestoneValues | undefined;
  if (!typed) return null;
  const before = saved?.milestones.find(({ id }) => id === typed.id) ?? null;
  return textState(field as MilestoneText, language, typed, before);
}
