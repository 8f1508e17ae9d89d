import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { STATUSES } from "@/lib/domain/record";

export const MEMBER_SORTS = ["newest", "updated"] as const;

/** What the address of the list of members says. */
export const memberListState = {
  status: parseAsStringLiteral(STATUSES),
  q: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(MEMBER_SORTS).withDefault("newest"),
  after: parseAsString,
};

export const loadMemberList = createLoader(memberListState);
export const memberListQuery = createSerializer(memberListState);

/** Where the lists on a member's page stand. */
export const loadMemberPage = createLoader({ rewards: parseAsString, entries: parseAsString });
