import { periodEnd, periodIndexAt } from "../period";
import type { StreakRules } from "../streak";
import type { ModelLog, ModelRun } from "./streak-model";

/** The story of a run, read out from all logs in order of arrival and from the runs that the model tells at `now`. */
export function modelTimeline(
  rules: StreakRules,
  logs: readonly ModelLog[],
  runs: readonly ModelRun[],
  run: ModelRun,
  now: number,
): string[] {
  const met = Array.from({ length: run.length }, (_, offset) => run.first + offset);
  const lines = met.map((index) => periodLine(rules, logs, index, latestZone(logs, index), now));
  const after = run.first + run.length;
  const next = runs.find((other) => other.length > 0 && other.first >= after && other.record !== run.record);
  const heldByNext = next?.first === after;
  if (run.status === "in_progress") {
    const today = periodIndexAt(rules.period, now, run.latest.zone);
    if (run.length === 0 || today >= after) lines.push(periodLine(rules, logs, after, run.latest.zone, now));
  }
  if (run.status === "broken") {
    if (!heldByNext) lines.push(periodLine(rules, logs, after, run.latest.zone, now));
    const inTime = run.brokenAt !== periodEnd(rules.period, after, run.latest.zone);
    const cause = heldByNext || inTime ? "next_run" : "missed_period";
    lines.push(`${cause} at ${run.brokenAt}: ${heldByNext ? null : after} in ${run.latest.zone}`);
  }
  return lines;
}

function periodLine(rules: StreakRules, logs: readonly ModelLog[], index: number, zone: string, now: number): string {
  let sum = 0n;
  let metAt: number | null = null;
  for (const log of logs.filter((known) => known.index === index)) {
    sum += log.amount;
    if (metAt === null && sum >= rules.target) metAt = log.at;
  }
  const end = periodEnd(rules.period, index, zone) ?? Number.POSITIVE_INFINITY;
  const status = metAt !== null ? "completed" : now >= end ? "missed" : "in_progress";
  return `${index} in ${zone}: ${sum} ${status}, met ${metAt}, ends ${end}`;
}

function latestZone(logs: readonly ModelLog[], index: number): string {
  const own = logs.filter((log) => log.index === index);
  return own.reduce((a, b) => (b.at > a.at || (b.at === a.at && b.zone > a.zone) ? b : a)).zone;
}
