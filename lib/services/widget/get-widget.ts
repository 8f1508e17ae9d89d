import type { WidgetData } from "@/db/queries/widget";
import type { WidgetView } from "@/lib/contracts/widget";
import { acceptedLanguages } from "@/lib/domain/language-tag";
import type { EpochMs } from "@/lib/domain/period";
import { presentWidget, type WidgetProgram } from "./present-widget";

/** Who looks at a widget; `member` is there once a token has proven good, `ended` when one has not. */
export interface WidgetVisit {
  program: WidgetProgram;
  data: WidgetData;
  member: { languageCode: string | null } | null;
  ended: boolean;
}

/**
 * What a visitor sees at `now`. The language is the one that the page asked for, else the token's, else the member's,
 * else the browser's (`acceptLanguage`), else the program's.
 */
export function getWidget(
  { program, data, member, ended }: WidgetVisit,
  asked: string | null,
  acceptLanguage: string | null,
  now: EpochMs,
): WidgetView {
  const kind = member ? "member" : ended ? "ended" : "guest";
  const own = member ? [member.languageCode, data.member?.languageCode ?? null] : [];
  return presentWidget(program, data, { kind, languages: [asked, ...own, ...acceptedLanguages(acceptLanguage)] }, now);
}

/** The view of a program that does not exist. */
export function unknownWidget(asked: string | null, acceptLanguage: string | null, now: EpochMs): WidgetView {
  return {
    programName: null,
    languages: [asked, ...acceptedLanguages(acceptLanguage)],
    timeZone: "UTC",
    now,
    day: 0,
    theme: {},
    campaigns: [],
    reader: { kind: "guest" },
  };
}
