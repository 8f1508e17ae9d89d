import { findIcons } from "@/db/queries/icons";
import { CHALLENGE_TEXTS } from "@/lib/contracts/challenge";
import { MILESTONE_TEXTS } from "@/lib/contracts/milestone";
import { STREAK_TEXTS } from "@/lib/contracts/streak";
import type { WidgetView } from "@/lib/contracts/widget";
import { campaignPreview, type PreviewCampaign, type PreviewMilestone } from "@/lib/contracts/widget-preview";
import type { Translations } from "@/lib/domain/translations";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { localize, readingIn } from "@/lib/services/localization/localize";
import { parse } from "@/lib/services/parse";
import { getWidgetTheme } from "@/lib/services/programs/widget-theme";
import { previewView } from "./preview-view";

/** What a reader gets of each text, and in which language, field by field. */
export type ResolvedTexts = Record<string, { text: string; language: string }>;

export interface CampaignPreview {
  view: WidgetView;
  /** As readers of `textsIn` get them, whether the widget shows them in this state or not. */
  resolved: { campaign: ResolvedTexts; milestones: ResolvedTexts[] };
}

/**
 * A campaign, saved or not, as a sample member sees it (no write), and what each text comes to for readers of `textsIn`.
 * @throws AppError `forbidden`; `invalid_request` for what is no preview's input
 */
export async function previewCampaign(context: ServiceContext, input: unknown): Promise<CampaignPreview> {
  authorize(context, "campaigns:read");
  const { scope, db, program, now } = context;
  const preview = parse(campaignPreview, input);
  const icons = await findIcons(scope, db, [...new Set([preview.campaign, ...preview.milestones].flatMap(iconsOf))]);
  const view = previewView(preview, { ...program, widgetTheme: await getWidgetTheme(context) }, now, icons);
  const reading = readingIn(program, preview.textsIn);
  const resolve = <Field extends string>(record: PreviewRecord, fields: readonly Field[]): ResolvedTexts => {
    const texts = Object.fromEntries(fields.map((field) => [field, textOf(record, field)])) as Record<
      Field,
      string | null
    >;
    const found = localize({ ...texts, translations: translationsOf(record) }, fields, reading);
    return Object.fromEntries(
      fields.flatMap((field) => {
        const [text, language] = [found[field], found.resolvedLanguages[field]];
        return text && language ? [[field, { text, language }]] : [];
      }),
    );
  };
  const texts = preview.slug === "streak" ? STREAK_TEXTS : CHALLENGE_TEXTS;
  return {
    view,
    resolved: {
      campaign: resolve(preview.campaign, texts),
      milestones: preview.milestones.map((milestone) => resolve(milestone, MILESTONE_TEXTS)),
    },
  };
}

type PreviewRecord = PreviewCampaign | PreviewMilestone;

function textOf(record: PreviewRecord, field: string): string | null {
  const value = (record as Record<string, unknown>)[field];
  return typeof value === "string" ? value : null;
}

/** As the database keeps them: a text that is empty or removed is none. */
function translationsOf({ translations }: PreviewRecord): Translations {
  return Object.fromEntries(
    Object.entries(translations ?? {}).map(([language, texts]) => [
      language,
      Object.fromEntries(Object.entries(texts ?? {}).flatMap(([field, text]) => (text ? [[field, { text }]] : []))),
    ]),
  );
}

function iconsOf({ eudIcon, translations }: PreviewRecord): string[] {
  const translated = Object.values(translations ?? {}).map((texts) => texts?.["eudIcon"]);
  return [eudIcon, ...translated].filter((id) => typeof id === "string" && UUID.test(id)) as string[];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
