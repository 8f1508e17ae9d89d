import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { STATUSES } from "@/lib/domain/record";

export const STREAK_SORTS = ["newest", "updated", "name"] as const;

/** What the address of the list of streaks says. */
export const streakListState = {
  status: parseAsStringLiteral(STATUSES),
  q: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(STREAK_SORTS).withDefault("newest"),
  after: parseAsString,
};

export const loadStreakList = createLoader(streakListState);
export const streakListQuery = createSerializer(streakListState);
