import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { parseAsDay, parseAsId } from "@/components/console/lists/list-parsers";
import { MEMBER_SETS } from "@/lib/domain/member-set";
import { STATUSES } from "@/lib/domain/record";

export const MEMBER_SORTS = ["newest", "updated"] as const;

/**
 * What the address of the list of members says. A number of a report leads here: to those of a streak or challenge whom
 * it counts (lib/domain/member-set.ts), in days of the program's zone.
 */
export const memberListState = {
  streak: parseAsId,
  challenge: parseAsId,
  of: parseAsStringLiteral(MEMBER_SETS),
  milestone: parseAsId,
  before: parseAsId,
  from: parseAsDay,
  to: parseAsDay,
  status: parseAsStringLiteral(STATUSES),
  q: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(MEMBER_SORTS).withDefault("newest"),
  after: parseAsString,
};

export const loadMemberList = createLoader(memberListState);
export const memberListQuery = createSerializer(memberListState);

/** No report's members. */
export const NO_REPORT = {
  streak: null,
  challenge: null,
  of: null,
  milestone: null,
  before: null,
  from: null,
  to: null,
} as const;

/** Where the lists on a member's page stand. */
export const loadMemberPage = createLoader({ rewards: parseAsString, entries: parseAsString });
