import type { ServiceContext } from "@/lib/services/context";
import { createStreak } from "@/lib/services/streaks/create-streak";

/** As many streaks, each with the two texts "One" and "Two"; their ids. */
export async function newStreaks(context: ServiceContext, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let made = 0; made < count; made++) {
    const values = { name: "Daily", description: "D", status: "live", eudTitle: "One", eudDescription: "Two" };
    ids.push((await createStreak(context, { ...values, aggregationTargetValue: 1, completionTargetValue: 7 })).id);
  }
  return ids;
}

interface Text {
  slug?: string;
  id: string;
  field?: string;
  source?: string;
  translation: string;
}

/** A file of texts as it comes back: titles of streaks, unless something else is said. */
export function textFileOf(language: string, texts: readonly Text[]): Uint8Array {
  const rows = texts.map((text) => ({ slug: "streak", field: "eudTitle", source: "One", ...text }));
  return new TextEncoder().encode(JSON.stringify({ language, texts: rows }));
}
