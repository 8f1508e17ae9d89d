import { periodEnd, periodIndexAt, periodStart } from "./period";

/** When a calendar day, such as 2026-04-10, begins in a zone: ISO 8601 in UTC. */
export function dayStart(day: string, timeZone: string): string {
  return iso(periodStart("daily", indexOf(day), timeZone));
}

/** When it ends there, which is when the next begins. */
export function dayEnd(day: string, timeZone: string): string {
  return iso(periodEnd("daily", indexOf(day), timeZone));
}

const indexOf = (day: string) => periodIndexAt("daily", Date.parse(day), "UTC");
const iso = (at: number | null) => new Date(at ?? 0).toISOString();
