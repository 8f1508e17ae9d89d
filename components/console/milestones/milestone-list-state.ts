import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { PARENT_SLUGS, STATUSES } from "@/lib/domain/record";

export const MILESTONE_SORTS = ["newest", "updated", "name"] as const;

/** What the address of the list of milestones says. */
export const milestoneListState = {
  status: parseAsStringLiteral(STATUSES),
  kind: parseAsStringLiteral(PARENT_SLUGS),
  q: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(MILESTONE_SORTS).withDefault("newest"),
  after: parseAsString,
};

export const loadMilestoneList = createLoader(milestoneListState);
export const milestoneListQuery = createSerializer(milestoneListState);
