import type { WidgetText, WidgetView } from "@/lib/contracts/widget";
import { directionOfLanguage, languageTag } from "@/lib/domain/language-tag";
import { remember } from "@/lib/domain/remember";
import { formatValidTill } from "@/lib/domain/template";
import { resolveWidgetLocale, type WidgetLocale } from "@/lib/i18n/widget-locales";
import { type WidgetTranslator, widgetTranslator } from "@/lib/i18n/widget-translator";

/** How the reader reads: the widget's words, and how numbers and times are written. */
export interface Reading {
  t: WidgetTranslator;
  /** The language of the widget's own words. */
  locale: WidgetLocale;
  /** The tag that numbers and dates among the widget's own words follow: `en-US`, not only `en`. */
  formatLocale: string;
  /** The tag that dates in marketers' texts follow: the reader's own, whatever languages the widget speaks. */
  readerLocale: string;
  timeZone: string;
  now: number;
}

/** The reading of a view. */
export function readingOf(view: WidgetView): Reading {
  const locale = resolveWidgetLocale(view.languages);
  const tags = view.languages.map(languageTag).filter((tag) => tag !== undefined);
  const { timeZone, now } = view;
  // Numbers and dates follow the wanted tag itself where it is a variety of the language of the texts (`en-GB`).
  const formatLocale =
    tags.find((tag) => resolveWidgetLocale([tag]) === locale && languageOf(tag) === languageOf(locale)) ?? locale;
  return {
    t: widgetTranslator(locale, formatLocale),
    locale,
    formatLocale,
    readerLocale: supported(tags.join()) ?? locale,
    timeZone,
    now,
  };
}

// Tags hold no comma.
const supported = remember(500, (tags) => Intl.DateTimeFormat.supportedLocalesOf(tags.split(",").filter(Boolean))[0]);
const languageOf = remember(500, (tag) => new Intl.Locale(tag).language);

/**
 * What a text says of itself. In the widget's own language nothing but that its letters tell its direction; in another,
 * which one and how it runs, so that it is read aloud, hyphenated and drawn as what it is.
 */
export function marks({ language }: WidgetText, { locale }: Reading): { lang?: string; dir: "auto" | "ltr" | "rtl" } {
  const own = language === locale || language === "und";
  return own ? { dir: "auto" } : { lang: language, dir: directionOfLanguage(language) };
}

// Making one of Intl's costs a hundred times more than using it.
const formatters = remember(2000, (key) => {
  const [locale, options] = JSON.parse(key) as [string, Intl.DateTimeFormatOptions];
  return new Intl.DateTimeFormat(locale, options);
});
const relatives = remember(500, (locale) => new Intl.RelativeTimeFormat(locale));
const decimals = remember(500, (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }));
const percents = remember(500, (locale) => new Intl.NumberFormat(locale, { style: "percent" }));

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return formatters(JSON.stringify([locale, options]));
}

/** A number as the reader writes it. */
export function formatNumber(value: number, { formatLocale }: Reading): string {
  return decimals(formatLocale).format(value);
}

/** A share of one as a whole percentage; what is not complete is not rounded up to it. */
export function formatPercent(share: number, { formatLocale }: Reading): string {
  return percents(formatLocale).format(Math.floor(share * 100) / 100);
}

/** An instant as `{{rewardValidTill}}` shows it, in the widget's own words. */
export function formatInstant(at: number, { formatLocale, timeZone }: Reading): string {
  return formatValidTill(at, formatLocale, timeZone);
}

/** The day of an instant, without the year when it is near. */
export function formatDay(at: number, { formatLocale, timeZone, now }: Reading): string {
  const year = Math.abs(at - now) > 300 * 86_400_000 ? ({ year: "numeric" } as const) : {};
  return formatter(formatLocale, { timeZone, month: "long", day: "numeric", ...year }).format(at);
}

/** The day on which something ends: one that is over at a midnight ends with the day before it. */
export function formatLastDay(end: number, reading: Reading): string {
  return formatDay(end - 1, reading);
}

/**
 * Until when something lasts, in the reader's own day: its last minute (a day ends at 11:59 PM, not at the midnight that
 * people take for the one before), with the weekday or the date when it is not today.
 */
export function formatDeadline(end: number, { formatLocale, timeZone, now }: Reading): string {
  const last = end - 1;
  const day = (at: number) =>
    formatter("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
  const time = { hour: "numeric", minute: "2-digit" } as const;
  const date = day(last) === day(now) ? {} : dateOptions(last - now);
  return formatter(formatLocale, { timeZone, ...date, ...time })
    .format(last)
    .replaceAll("\u202f", " ");
}

function dateOptions(ahead: number): Intl.DateTimeFormatOptions {
  if (ahead < 6 * 86_400_000) return { weekday: "long" };
  return { month: "long", day: "numeric", ...(ahead > 300 * 86_400_000 ? { year: "numeric" } : {}) };
}

/** A calendar date (`2026-04-10`): as short as it gets, and in full for those who hear it. */
export function formatDate(date: string, { formatLocale }: Reading, period: CellPeriod) {
  return dates([formatLocale, period, date].join());
}

type CellPeriod = "daily" | "weekly" | "monthly";

// The strips of all who look on a day hold the same few dates.
const dates = remember(2000, (key) => {
  const [formatLocale, period, date] = key.split(",") as [string, CellPeriod, string];
  const at = Date.parse(date);
  const short = {
    daily: { weekday: "narrow" },
    weekly: { day: "numeric" },
    monthly: { month: "narrow" },
  } as const;
  const long =
    period === "monthly" ? ({ month: "long", year: "numeric" } as const) : ({ month: "long", day: "numeric" } as const);
  const text = formatter(formatLocale, { timeZone: "UTC", ...short[period] }).format(at);
  return {
    // `10月` is wide: where a label has a number, it is the number alone.
    short: text.replace(/^.*?(\p{Nd}+).*$/u, "$1"),
    long: formatter(formatLocale, {
      timeZone: "UTC",
      ...(period === "daily" ? { weekday: "long" } : {}),
      ...long,
    }).format(at),
  };
});

const UNITS = [
  ["day", 86_400_000, 2],
  ["hour", 3_600_000, 1],
  ["minute", 60_000, 0],
] as const;
/** How far off an instant is, coarsely: whole days from two on, then hours, then minutes. The script does the same. */
export function formatLeft(at: number, { formatLocale, now }: Reading): string {
  const left = Math.max(at - now, 0);
  const [unit, size] = UNITS.find(([, length, least]) => left >= length * least) ?? UNITS[2];
  return relatives(formatLocale).format(Math.floor(left / size), unit);
}
