"use client";

import { createContext, useContext } from "react";
import type { Control, UseFormGetValues, UseFormSetValue } from "react-hook-form";
import type { ConsoleAction } from "@/lib/client/use-action";
import type { ParentSlug } from "@/lib/domain/record";
import type { CampaignRecord } from "./campaign-record";
import type { CampaignValues, IconValue } from "./campaign-values";

/** Which text a reader gets, and in which language, field by field. */
export type ResolvedTexts = Record<string, { text: string; language: string }>;

/** What every part of the page of a campaign shares. */
export interface Editor {
  slug: ParentSlug;
  /** As it is saved; null for one that is new. */
  saved: CampaignRecord | null;
  control: Control<CampaignValues>;
  getValues: UseFormGetValues<CampaignValues>;
  setValue: UseFormSetValue<CampaignValues>;
  /** The language beside the default one; null when the program has no other. */
  language: string | null;
  /** What readers of that language get of the campaign, and of the milestone at each position. */
  resolved: { campaign: ResolvedTexts; milestones: ResolvedTexts[] } | null;
  readOnly: boolean;
  maxIconBytes: number;
  uploadIcon: ConsoleAction<FormData, IconValue>;
}

const Context = createContext<Editor | null>(null);

export const EditorProvider = Context;

export function useEditor(): Editor {
  const editor = useContext(Context);
  if (!editor) throw new Error("useEditor needs the page of a campaign around it");
  return editor;
}
