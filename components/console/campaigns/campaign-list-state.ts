import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { STATUSES } from "@/lib/domain/record";

export const CAMPAIGN_SORTS = ["newest", "updated", "name"] as const;

/** What the address of the list of streaks or challenges says. */
export const campaignListState = {
  status: parseAsStringLiteral(STATUSES),
  q: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(CAMPAIGN_SORTS).withDefault("newest"),
  after: parseAsString,
};

export const loadCampaignList = createLoader(campaignListState);
export const campaignListQuery = createSerializer(campaignListState);
