import type { Completeness, TranslationState } from "@/lib/domain/completeness";
import type { CampaignRecord } from "./campaign-record";
import { CAMPAIGN_TEXTS, type CampaignValues, MILESTONE_TEXTS } from "./campaign-values";

/** A record as it is typed, as far as its texts go. */
type Typed<Field extends string> = Readonly<Record<Field, string>> & {
  translations: Readonly<Record<string, Readonly<Record<Field, string>> | undefined>>;
  confirmed: readonly string[];
};

/** The same as it is saved. */
type Saved<Field extends string> = Readonly<Record<Field, string | null>> & {
  translations: Record<string, Record<string, string>>;
  translationStates: Record<string, Record<string, { outdated: boolean }>>;
};

/**
 * How a text will stand in a language once the page is saved; null where there is no source text. A translation that
 * was not touched is outdated when its source was.
 */
export function textState<Field extends string>(
  field: Field,
  language: string,
  typed: Typed<Field>,
  saved: Saved<Field> | null,
): TranslationState | null {
  const source = typed[field].trim();
  if (source === "") return null;
  const text = typed.translations[language]?.[field]?.trim() ?? "";
  if (text === "") return "missing";
  const touched = saved?.translations[language]?.[field] !== text || typed.confirmed.includes(`${language}.${field}`);
  if (touched || !saved) return "done";
  const outdated = saved.translationStates[language]?.[field]?.outdated === true || (saved[field] ?? "") !== source;
  return outdated ? "outdated" : "done";
}

/** Counts the texts that members can see in a language: those of the campaign and of its live milestones. */
export function typedCompleteness(
  values: CampaignValues,
  saved: CampaignRecord | null,
  language: string,
): Completeness {
  const counts: Completeness = { done: 0, outdated: 0, missing: 0 };
  const states = [
    ...CAMPAIGN_TEXTS.map((field) => textState(field, language, values, saved?.record ?? null)),
    ...values.milestones
      .filter(({ status }) => status === "live")
      .flatMap((milestone) => {
        const before = saved?.milestones.find(({ id }) => id === milestone.id) ?? null;
        return MILESTONE_TEXTS.map((field) => textState(field, language, milestone, before));
      }),
  ];
  for (const state of states) if (state !== null) counts[state] += 1;
  return counts;
}
