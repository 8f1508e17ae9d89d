import type { WidgetData } from "@/db/queries/widget";
import type { WidgetReader, WidgetView } from "@/lib/contracts/widget";
import { languageTag } from "@/lib/domain/language-tag";
import { type EpochMs, periodIndexAt } from "@/lib/domain/period";
import type { WidgetTheme } from "@/lib/domain/widget-theme";
import { readingIn } from "@/lib/services/localization/localize";
import { presentChallenge, presentStreak, type Sight } from "./present-campaigns";
import { MAX_REWARDS, presentEntries, presentRewards } from "./present-rewards";

/** The program that a widget belongs to, as far as its readers see it. */
export interface WidgetProgram {
  name: string;
  timeZone: string | null;
  defaultLanguage: string;
  widgetTheme: WidgetTheme;
}

/** Who reads, and in what they would like to: language tags, the most wanted first; malformed ones are passed over. */
export interface WidgetReading {
  kind: WidgetReader["kind"];
  languages: (string | null)[];
}

/** Each text looks for these one after the other, and strangers send as many as fit into a header. */
const MOST_LANGUAGES = 10;

function wantedOf(languages: readonly (string | null)[]): string[] {
  const tags = languages.map(languageTag).filter((tag) => tag !== undefined);
  return [...new Set(tags)].slice(0, MOST_LANGUAGES);
}

/**
 * What a reader sees of a program at `now`: the live campaigns, and a member's progress, rewards and points beside them.
 * Pure: everything comes from `data`. Each text is in the most wanted language that it has (DOMAIN 5), times in the
 * member's zone, else the program's, else UTC.
 */
export function presentWidget(
  program: WidgetProgram,
  data: WidgetData,
  { kind, languages }: WidgetReading,
  now: EpochMs,
): WidgetView {
  const reading = readingIn(program, wantedOf(languages));
  const sight: Sight = { data, programTimeZone: program.timeZone, reading, now, guest: kind !== "member" };
  const campaigns = [
    ...data.streaks.map((row) => presentStreak(row, sight)),
    ...data.challenges.map((row) => presentChallenge(row, sight)),
  ];
  const timeZone = data.member?.timeZone ?? program.timeZone ?? "UTC";
  return {
    programName: program.name,
    languages: [...languages, program.defaultLanguage],
    timeZone,
    now,
    day: periodIndexAt("daily", now, timeZone),
    theme: program.widgetTheme,
    // What is over comes last; otherwise in the order in which the marketer made them.
    campaigns: campaigns.sort((a, b) => Number(a.schedule === "over") - Number(b.schedule === "over")),
    reader:
      kind === "member"
        ? {
            kind,
            rewards: presentRewards(data, reading, now),
            more: data.rewards.length > MAX_REWARDS,
            points: { balance: data.member?.pointsBalance ?? 0, entries: presentEntries(data, reading) },
          }
        : { kind },
  };
}
