import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { PARENT_SLUGS } from "@/lib/domain/record";

/** What the address of a timeline says beside its path: where to go on. */
export const timelineState = { after: parseAsString };

/** Whose timeline is read, and from where on. */
const timelineRead = {
  kind: parseAsStringLiteral(PARENT_SLUGS),
  member: parseAsString,
  progress: parseAsString,
  ...timelineState,
};

export const loadTimelineState = createLoader(timelineState);
export const loadTimelineRead = createLoader(timelineRead);
export const timelineQuery = createSerializer(timelineRead);
