import { z } from "zod";
import { renderWidget } from "@/components/widget/render-widget";
import { widgetPreview } from "@/lib/contracts/widget-preview";
import type { ServiceContext } from "@/lib/services/context";
import { previewView } from "@/lib/services/widget/preview-view";

const input = z.object({
  theme: z.unknown(),
  language: z.string(),
  texts: z.object({ title: z.string(), description: z.string(), milestone: z.string(), reward: z.string() }),
});

/** The widget's own document for a sample member with a reward, in looks that are not saved yet. */
export function previewLook({ program, now }: ServiceContext, asked: unknown): string {
  const { theme, language, texts } = input.parse(asked);
  const preview = widgetPreview.parse({
    slug: "streak",
    campaign: { eudTitle: texts.title, eudDescription: texts.description, completionTargetValue: 7 },
    milestones: [
      { eudTitle: texts.milestone, eudMilestoneRewardTitle: texts.reward, milestoneTargetValue: 3, points: 50 },
      { eudTitle: texts.milestone, eudMilestoneRewardTitle: texts.reward, milestoneTargetValue: 7, points: 100 },
    ],
    state: "midway",
    languageCode: language,
    theme,
  });
  // The sample's texts are in the reader's language, whatever the program's own is.
  const { name, timeZone } = program;
  return renderWidget(previewView(preview, { name, timeZone, defaultLanguage: language, widgetTheme: {} }, now)).html;
}
