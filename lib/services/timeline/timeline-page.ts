import { timelineParameters } from "@/lib/contracts/timeline";
import { invalidField } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { decodeCursor, encodeCursor } from "@/lib/services/cursor";
import { parseParameters } from "@/lib/services/parse-parameters";

export interface TimelinePage {
  limit: number;
  /** The last period of the page before; null at the start. */
  after: number | null;
  languageCode: string | null;
}

/** @throws AppError `invalid_request` that names the wrong parameter, or a cursor of another record's timeline */
export function readPage({ program }: ServiceContext, recordId: string, parameters: URLSearchParams): TimelinePage {
  const { limit, startingAfter, languageCode } = parseParameters(timelineParameters, parameters);
  if (startingAfter === null) return { limit, after: null, languageCode };
  const [index = null] = decodeCursor(program, orderOf(recordId), startingAfter);
  if (index === null) throw invalidField("?startingAfter", "invalid_cursor", "startingAfter is no cursor of this list");
  return { limit, after: Number(index), languageCode };
}

/** How a page tells where the next one begins; `last` is null on the last page. */
export function pagingOf({ program }: ServiceContext, recordId: string, { limit }: TimelinePage, last: number | null) {
  return { limit, nextCursor: last === null ? null : encodeCursor(program, orderOf(recordId), [String(last)]) };
}

function orderOf(recordId: string): string {
  return `timeline ${recordId}`;
}
