import { createLoader, createSerializer, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { parseAsDay } from "@/components/console/lists/list-parsers";
import type { ParentSlug } from "@/lib/domain/record";
import { DEFAULT_PRESET, REPORT_PRESETS } from "@/lib/domain/report-range";

/** What the address of a report says: days up to today, unless a first or a last one is named (both included). */
export const reportState = {
  range: parseAsStringLiteral(REPORT_PRESETS).withDefault(DEFAULT_PRESET),
  from: parseAsDay,
  to: parseAsDay,
};

export const loadReport = createLoader(reportState);
const serialize = createSerializer(reportState);

/** The query of the read `report`. */
export function reportQuery(slug: ParentSlug, id: string, state: inferParserType<typeof reportState>): string {
  return serialize(new URLSearchParams({ slug, id }), state);
}
