import { z } from "zod";
import { WINDOW_PERIODS } from "@/lib/domain/period";
import { AGGREGATION_METHODS, PARENT_SLUGS } from "@/lib/domain/record";
import { widgetThemeDraft } from "./widget-theme";

/** What the sample member of a preview has done: nothing yet, half of it, all of it, got a code, let the code expire. */
export const PREVIEW_STATES = ["start", "midway", "done", "issued", "expired"] as const;
export type PreviewState = (typeof PREVIEW_STATES)[number];

/**
 * Form values may be unfinished: what is missing or makes no sense yet is passed over, so that the preview always shows
 * something.
 */
const words = z.string().nullish().catch(null);
const icon = z.uuid().nullish().catch(null);
const number = (fallback: number) => z.number().positive().max(1e12).catch(fallback);
const translations = z.record(z.string(), z.record(z.string(), z.string().nullable()).nullable()).optional().catch({});
const moment = z.iso.datetime({ offset: true }).nullish().catch(null);

const previewCampaign = z.object({
  eudTitle: words,
  eudDescription: words,
  eudIcon: icon,
  aggregationMethod: z.enum(AGGREGATION_METHODS).catch("count"),
  aggregationPeriod: z.enum(WINDOW_PERIODS).catch("daily"),
  aggregationTargetValue: number(1),
  completionTargetValue: number(7),
  startsAt: moment,
  endsAt: moment,
  translations,
});

const previewMilestone = z.object({
  eudTitle: words,
  eudDescription: words,
  eudIcon: icon,
  eudMilestoneRewardTitle: words,
  eudMilestoneRewardInstructionMessage: words,
  milestoneTargetValue: number(1),
  points: z.int().min(0).catch(0),
  translations,
});

/**
 * A preview's input: a campaign and its milestones as the API writes them, saved or not, and whom to show it to. Parse
 * whatever the form holds with it.
 */
export const widgetPreview = z.object({
  slug: z.enum(PARENT_SLUGS),
  campaign: previewCampaign,
  milestones: z.array(previewMilestone).max(50),
  state: z.enum(PREVIEW_STATES),
  languageCode: z.string().nullable().default(null),
  /** Unsaved looks; without it the program's own. */
  theme: widgetThemeDraft.optional(),
});

/** A preview beside which somebody translates: `textsIn` is the language whose texts they ask about. */
export const campaignPreview = widgetPreview.extend({ textsIn: z.string().nullable().default(null) });

export type WidgetPreview = z.output<typeof widgetPreview>;
export type PreviewCampaign = WidgetPreview["campaign"];
export type PreviewMilestone = WidgetPreview["milestones"][number];
