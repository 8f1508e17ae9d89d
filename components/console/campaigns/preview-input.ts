import type { PreviewState } from "@/lib/contracts/widget-preview";
import type { ParentSlug } from "@/lib/domain/record";
import { type CampaignValues, campaignWire } from "./campaign-values";

interface Look {
  member: PreviewState;
  /** The language of the preview, and the one that is being translated to. */
  shown: string;
  language: string | null;
}

/** What the preview is asked, as a JSON text, and which milestones of the form it shows: members see live ones only. */
export function previewInput(
  slug: ParentSlug,
  values: CampaignValues,
  { member, shown, language }: Look,
): { input: string; positions: number[] } {
  const { milestones, activityIds: _, ...campaign } = campaignWire(slug, values, "draft");
  const live = milestones.map((milestone, position) => ({ milestone, position }));
  const visible = live.filter(({ milestone }) => milestone.status === "live");
  const input = JSON.stringify({
    slug,
    campaign,
    milestones: visible.map(({ milestone }) => milestone),
    state: member,
    languageCode: shown,
    textsIn: language,
  });
  return { input, positions: visible.map(({ position }) => position) };
}
