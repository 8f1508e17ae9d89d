import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { STATUSES } from "@/lib/domain/record";

export const CHALLENGE_SORTS = ["newest", "updated", "name"] as const;

/** What the address of the list of challenges says. */
export const challengeListState = {
  status: parseAsStringLiteral(STATUSES),
  q: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(CHALLENGE_SORTS).withDefault("newest"),
  after: parseAsString,
};

export const loadChallengeList = createLoader(challengeListState);
export const challengeListQuery = createSerializer(challengeListState);
