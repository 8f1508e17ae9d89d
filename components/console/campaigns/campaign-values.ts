import type { AggregationMethod, ParentSlug, Status } from "@/lib/domain/record";
import { DEFAULT_REWARD_INSTRUCTION } from "@/lib/domain/template";
import type { CampaignRecord, WireMilestone } from "./campaign-record";

/** An icon that is kept already, and where it can be seen. */
export interface IconValue {
  id: string;
  url: string;
}

/** Fields that members see, in the order in which they are edited. */
export const CAMPAIGN_TEXTS = ["eudTitle", "eudDescription"] as const;
export const MILESTONE_TEXTS = [
  "eudTitle",
  "eudDescription",
  "eudMilestoneRewardTitle",
  "eudMilestoneRewardInstructionMessage",
] as const;
export type CampaignText = (typeof CAMPAIGN_TEXTS)[number];
export type MilestoneText = (typeof MILESTONE_TEXTS)[number];

/** Texts of a language as they are typed; an empty one is none. */
export type TypedTexts<Field extends string> = Record<Field, string> & { eudIcon: IconValue | null };

interface Translated<Field extends string> {
  eudIcon: IconValue | null;
  translations: Record<string, TypedTexts<Field>>;
  /** Outdated translations that are still right, each as `language.field`. */
  confirmed: string[];
}

export type MilestoneValues = Record<MilestoneText, string> &
  Translated<MilestoneText> & {
    id: string | null;
    name: string;
    description: string;
    milestoneTargetValue: number | null;
    status: Status;
    points: number | null;
    repeatable: boolean;
  };

/** What the page of a campaign edits: the paths are those of the wire. */
export type CampaignValues = Record<CampaignText, string> &
  Translated<CampaignText> & {
    name: string;
    description: string;
    aggregationMethod: AggregationMethod;
    aggregationPeriod: string;
    aggregationTargetValue: number | null;
    completionTargetValue: number | null;
    activityIds: string[];
    timeZone: string;
    startsAt: string | null;
    endsAt: string | null;
    milestones: MilestoneValues[];
  };

/** The further languages that a page offers: the program's, and those that a record has already. */
export function languagesOf(
  program: { languages: readonly string[]; defaultLanguage: string },
  known: CampaignRecord | null,
): string[] {
  const used = known ? [known.record, ...known.milestones].flatMap((record) => Object.keys(record.translations)) : [];
  return [...new Set([...program.languages, ...used])].filter((language) => language !== program.defaultLanguage);
}

export function newMilestone(languages: readonly string[], milestoneTargetValue: number | null): MilestoneValues {
  return {
    id: null,
    name: "",
    description: "",
    milestoneTargetValue,
    status: "live",
    points: 0,
    repeatable: true,
    eudTitle: "",
    eudDescription: "",
    eudMilestoneRewardTitle: "",
    eudMilestoneRewardInstructionMessage: DEFAULT_REWARD_INSTRUCTION,
    eudIcon: null,
    translations: typedTranslations(MILESTONE_TEXTS, languages, {}, {}),
    confirmed: [],
  };
}

/** What a new page starts with. */
export function newCampaign(languages: readonly string[]): CampaignValues {
  return {
    name: "",
    description: "",
    aggregationMethod: "count",
    aggregationPeriod: "daily",
    aggregationTargetValue: 1,
    completionTargetValue: 7,
    activityIds: [],
    timeZone: "",
    startsAt: null,
    endsAt: null,
    eudTitle: "",
    eudDescription: "",
    eudIcon: null,
    translations: typedTranslations(CAMPAIGN_TEXTS, languages, {}, {}),
    confirmed: [],
    milestones: [],
  };
}

export function campaignValues(
  { record, milestones, icons }: CampaignRecord,
  languages: readonly string[],
): CampaignValues {
  return {
    name: record.name,
    description: record.description,
    aggregationMethod: record.aggregationMethod,
    aggregationPeriod: record.aggregationPeriod,
    aggregationTargetValue: record.aggregationTargetValue ?? null,
    completionTargetValue: record.completionTargetValue,
    activityIds: record.activityIds,
    timeZone: record.timeZone ?? "",
    startsAt: record.startsAt,
    endsAt: record.endsAt,
    eudTitle: record.eudTitle ?? "",
    eudDescription: record.eudDescription ?? "",
    eudIcon: iconValue(record.eudIcon),
    translations: typedTranslations(CAMPAIGN_TEXTS, languages, record.translations, icons),
    confirmed: [],
    milestones: milestones.map((milestone) => milestoneValues(milestone, languages, icons)),
  };
}

function milestoneValues(
  row: WireMilestone,
  languages: readonly string[],
  icons: Record<string, string>,
): MilestoneValues {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    milestoneTargetValue: row.milestoneTargetValue,
    status: row.status,
    points: row.points,
    repeatable: row.repeatable,
    eudTitle: row.eudTitle ?? "",
    eudDescription: row.eudDescription ?? "",
    eudMilestoneRewardTitle: row.eudMilestoneRewardTitle ?? "",
    eudMilestoneRewardInstructionMessage: row.eudMilestoneRewardInstructionMessage ?? "",
    eudIcon: iconValue(row.eudIcon),
    translations: typedTranslations(MILESTONE_TEXTS, languages, row.translations, icons),
    confirmed: [],
  };
}

const iconValue = ({ id, url }: { id: string | null; url: string }): IconValue | null =>
  id === null ? null : { id, url };

function typedTranslations<Field extends string>(
  fields: readonly Field[],
  languages: readonly string[],
  wire: Record<string, Record<string, string>>,
  icons: Record<string, string>,
): Record<string, TypedTexts<Field>> {
  return Object.fromEntries(
    languages.map((language) => {
      const texts = wire[language] ?? {};
      const icon = texts["eudIcon"];
      const typed = Object.fromEntries(fields.map((field) => [field, texts[field] ?? ""])) as Record<Field, string>;
      return [language, { ...typed, eudIcon: icon ? { id: icon, url: icons[icon] ?? "" } : null }];
    }),
  );
}

/** As its contract reads it (lib/contracts/campaign-form.ts). What members do not see is named after what they do. */
export function campaignWire(slug: ParentSlug, values: CampaignValues, status: Status) {
  const { aggregationTargetValue, milestones, ...rest } = values;
  const name = values.name.trim();
  return {
    ...rest,
    ...(slug === "streak" ? { aggregationTargetValue } : {}),
    status,
    name,
    description: values.description.trim() || name,
    timeZone: values.timeZone.trim() || null,
    ...wireTexts(CAMPAIGN_TEXTS, values),
    milestones: milestones.map(milestoneWire),
  };
}

function milestoneWire({ id, ...values }: MilestoneValues) {
  const shown = values.eudTitle.trim() || values.eudMilestoneRewardTitle.trim();
  const name = values.name.trim() || shown || `${values.milestoneTargetValue ?? ""}`;
  return {
    ...values,
    ...(id === null ? {} : { id }),
    name,
    description: values.description.trim() || name,
    points: values.points ?? 0,
    ...wireTexts(MILESTONE_TEXTS, values),
  };
}

function wireTexts<Field extends string>(
  fields: readonly Field[],
  values: Readonly<Record<Field, string>> & Translated<Field>,
) {
  const texts = (typed: Readonly<Record<Field, string>> & { eudIcon: IconValue | null }) => ({
    ...(Object.fromEntries(fields.map((field) => [field, typed[field].trim() || null])) as Record<
      Field,
      string | null
    >),
    eudIcon: typed.eudIcon?.id ?? null,
  });
  const translations = Object.entries(values.translations).map(([language, typed]) => [language, texts(typed)]);
  return {
    ...texts(values),
    translations: Object.fromEntries(translations) as Record<string, Record<Field | "eudIcon", string | null>>,
  };
}

export type CampaignWire = ReturnType<typeof campaignWire>;
