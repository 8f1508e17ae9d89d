import { expect, it } from "vitest";
import { dayEnd, dayStart } from "./days";

it.each([
  ["2026-04-10", "UTC", "2026-04-10T00:00:00.000Z", "2026-04-11T00:00:00.000Z"],
  ["2026-04-10", "Asia/Tokyo", "2026-04-09T15:00:00.000Z", "2026-04-10T15:00:00.000Z"],
  // The day on which clocks go forward has 23 hours.
  ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"],
])("%s in %s", (day, zone, start, end) => expect([dayStart(day, zone), dayEnd(day, zone)]).toEqual([start, end]));
