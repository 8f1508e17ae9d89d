import { type Amount, amountFromText } from "../amount";
import { type EpochMs, periodEnd, periodIndexAt, periodStart, type WindowPeriod } from "../period";
import type { ModelLog } from "./streak-model";

/** Far apart, with odd offsets, half-hour clock changes, and the day that Apia skipped. */
export const ZONES = [
  "UTC",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "America/Sao_Paulo",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "America/St_Johns",
  "Pacific/Apia",
] as const;

/** Days near which clocks or calendars do something: changes of offset, a skipped and a returning day, week 53, a leap day. */
export const BASES = [
  "2026-04-08",
  "2018-11-02",
  "2026-04-03",
  "2011-12-27",
  "2010-11-05",
  "2020-12-28",
  "2024-02-27",
].map((day) => Date.parse(`${day}T00:00:00Z`));

/** How the periods of one case are told and met. */
const METERS = [
  { target: "1", amounts: ["1"] },
  { target: "2", amounts: ["1"] },
  { target: "3", amounts: ["1"] },
  { target: "0.3", amounts: ["0.1", "0.2", "0.3", "0"] },
  { target: "1", amounts: ["0.5", "0.999999", "0.000001", "1"] },
  { target: "10", amounts: ["2.5", "7.5", "10", "1000000000000"] },
].map(({ target, amounts }) => ({ target: amountFromText(target), amounts: amounts.map(amountFromText) }));

export const MOMENTS = 8;
/** Of so many draws for a zone, as many as there are zones change the member's. */
export const ZONE_DRAWS = 40;

/** One log as drawn: small numbers, so that a failing case shrinks to something that can be read. */
export interface LogDraw {
  slot: number;
  moment: number;
  zone: number;
  amount: number;
}

export interface LogFrame {
  period: WindowPeriod;
  base: number;
  slots: number;
  homeZone: number;
  travels: boolean;
  meter: number;
}

export function meterOf(frame: LogFrame): { target: Amount; amounts: Amount[] } {
  return pick(METERS, frame.meter);
}

/** The logs of a case in order of arrival. */
export function logsOf(frame: LogFrame, draws: readonly LogDraw[]): ModelLog[] {
  let zone: string = pick(ZONES, frame.homeZone);
  const logs: ModelLog[] = [];
  for (const draw of draws) {
    if (frame.travels && draw.zone < ZONES.length) zone = pick(ZONES, draw.zone);
    const at = momentOf(frame, draw, zone, logs.at(-1)?.at);
    const amount = pick(meterOf(frame).amounts, draw.amount);
    logs.push({ index: periodIndexAt(frame.period, at, zone), at, zone, amount });
  }
  return logs;
}

/** Edges of the period are drawn as often as its inside; an instant may repeat, in another zone too. */
function momentOf(frame: LogFrame, draw: LogDraw, zone: string, previous: EpochMs | undefined): EpochMs {
  const period = frame.period === "all_time" ? "daily" : frame.period;
  const index = periodIndexAt(period, pick(BASES, frame.base), "UTC") + (draw.slot % frame.slots);
  const start = periodStart(period, index, zone) ?? 0;
  const end = periodEnd(period, index, zone) ?? 0;
  switch (draw.moment % MOMENTS) {
    case 0:
      return start;
    case 1:
      return end - 1;
    case 2:
      return end;
    case 3:
      return previous ?? start;
    case 4:
      return (periodStart(period, index, "UTC") ?? 0) + 43_200_000;
    default:
      return start + Math.floor(((end - start) * (draw.moment % MOMENTS)) / (MOMENTS + 2));
  }
}

function pick<T>(list: readonly T[], position: number): T {
  const item = list[position % list.length];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}
