import { createLoader, createSerializer, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { day } from "@/components/console/lists/address-values";
import type { ParentSlug } from "@/lib/domain/record";
import { DEFAULT_PRESET, REPORT_PRESETS } from "@/lib/domain/report-range";

/** What the address of a report says: days up to today, unless a first or a last one is named (both included). */
export const reportState = {
  range: parseAsStringLiteral(REPORT_PRESETS).withDefault(DEFAULT_PRESET),
  from: day,
  to: day,
};

export const loadReport = createLoader(reportState);
const serialize = createSerializer(reportState);

/** The query of the read `report`. */
export function reportQuery(slug: ParentSlug, id: string, state: inferParserType<typeof reportState>): string {
  return serialize(new URLSearchParams({ slug, id }), state);
}
