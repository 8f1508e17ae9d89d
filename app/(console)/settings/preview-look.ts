import { getLocale, getTranslations } from "next-intl/server";
import { renderWidget } from "@/components/widget/render-widget";
import { widgetPreview } from "@/lib/contracts/widget-preview";
import { invalidField } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { previewView } from "@/lib/services/widget/preview-view";

/** The widget's own document for a sample member, in the looks of the query, saved or not. */
export async function readLookPreview({ program, now }: ServiceContext, query: URLSearchParams): Promise<string> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("look.sample")]);
  const milestone = { eudTitle: t("milestone"), eudMilestoneRewardTitle: t("reward") };
  const preview = widgetPreview.safeParse({
    slug: "streak",
    campaign: { eudTitle: t("title"), eudDescription: t("description"), completionTargetValue: 7 },
    milestones: [
      { ...milestone, milestoneTargetValue: 3, points: 50 },
      { ...milestone, milestoneTargetValue: 7, points: 100 },
    ],
    state: "midway",
    languageCode: locale,
    theme: themeOf(query.get("theme")),
  });
  if (!preview.success) throw invalidField("?theme", "invalid_value", "theme is no theme of the widget");
  // The sample's texts are in the reader's language, whatever the program's own is.
  const { name, timeZone } = program;
  const sample = { name, timeZone, defaultLanguage: locale, widgetTheme: {} };
  return renderWidget(previewView(preview.data, sample, now)).html;
}

function themeOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "{}");
  } catch {
    return null;
  }
}
