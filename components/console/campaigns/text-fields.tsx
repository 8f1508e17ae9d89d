"use client";

import { useTranslations } from "next-intl";
import type { FieldPathByValue } from "react-hook-form";
import { CAMPAIGN_TEXTS, type CampaignValues, type IconValue, MILESTONE_TEXTS } from "./campaign-values";
import { useEditor } from "./editor";
import { IconField } from "./icon-field";
import { TextPair } from "./text-pair";
import { useLanguageName } from "./use-language-name";

type IconPath = FieldPathByValue<CampaignValues, IconValue | null>;

/** All that members see of a record: texts and icon, in the default language and the one beside it. */
export function TextFields({ milestone }: { milestone: number | null }) {
  const t = useTranslations("campaign");
  const { language } = useEditor();
  const nameOf = useLanguageName();
  const prefix = milestone === null ? "" : `milestones.${milestone}.`;
  const label = t("texts.eudIcon");
  return (
    <div className="flex min-w-0 flex-col gap-5">
      {(milestone === null ? CAMPAIGN_TEXTS : MILESTONE_TEXTS).map((field) => (
        <TextPair
          key={`${field} ${language}`}
          field={field}
          milestone={milestone}
          {...(field === "eudMilestoneRewardInstructionMessage" ? { hint: t("instructionHint") } : {})}
        />
      ))}
      <div className={`grid min-w-0 gap-x-5 gap-y-3 ${language ? "sm:grid-cols-2" : ""}`}>
        <IconField name={`${prefix}eudIcon` as IconPath} label={label} />
        {language ? (
          <IconField
            key={language}
            name={`${prefix}translations.${language}.eudIcon` as IconPath}
            label={t("inLanguage", { label, language: nameOf(language) })}
          />
        ) : null}
      </div>
    </div>
  );
}
