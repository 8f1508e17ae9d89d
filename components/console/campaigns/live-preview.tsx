"use client";

import { useEffect, useMemo } from "react";
import { useWatch } from "react-hook-form";
import { usePreview } from "@/lib/client/use-preview";
import type { CampaignValues } from "./campaign-values";
import { type ResolvedTexts, useEditor } from "./editor";
import { previewInput } from "./preview-input";
import { type Look, WidgetPreview } from "./widget-preview";

interface Preview {
  html: string;
  resolved: { campaign: ResolvedTexts; milestones: ResolvedTexts[] };
}

interface LivePreviewProps {
  look: Look;
  onChange: (patch: Partial<Look>) => void;
  languages: readonly string[];
  /** What readers of the language beside the default one get, milestones at their positions in the form. */
  onResolved: (resolved: Preview["resolved"]) => void;
}

/** The preview of what the form holds: it alone follows each key, so that typing stays quick. */
export function LivePreview({ look, onChange, languages, onResolved }: LivePreviewProps) {
  const { slug, control, language } = useEditor();
  const values = useWatch({ control }) as CampaignValues;
  const { member, language: shown } = look;
  const { input, positions } = previewInput(slug, values, { member, shown, language });
  const preview = usePreview<Preview>(input);
  const places = positions.join(",");

  const resolved = useMemo(() => {
    if (!preview) return null;
    const milestones: ResolvedTexts[] = [];
    for (const [place, position] of places.split(",").entries())
      milestones[Number(position)] = preview.resolved.milestones[place] ?? {};
    return JSON.stringify({ campaign: preview.resolved.campaign, milestones });
  }, [preview, places]);
  useEffect(() => {
    if (resolved !== null) onResolved(JSON.parse(resolved) as Preview["resolved"]);
  }, [resolved, onResolved]);

  return <WidgetPreview html={preview?.html ?? null} look={look} onChange={onChange} languages={languages} />;
}
