"use client";

import { useRead } from "@/lib/client/use-read";
import type { CampaignChoices } from "./campaign-choices";

/** Names of campaigns by id. */
export function useCampaigns(): ReadonlyMap<string, string> {
  const { data } = useRead<CampaignChoices>("campaign-choices");
  return new Map(data?.parents.map(({ id, name }) => [id, name]));
}
