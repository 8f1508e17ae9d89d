import type { EpochMs } from "./period";
import type { Status } from "./record";

/** What a record's status became, and when. */
export interface StatusChange {
  at: EpochMs;
  to: Status;
}

/** A stretch in which a record was not live, so that nothing counted; `to` is null while it lasts. */
export interface Pause {
  from: EpochMs;
  to: EpochMs | null;
}

/** The last pause that reaches into the time from `start` to before `end`; changes come in order, the earliest first. */
export function pauseWithin(changes: readonly StatusChange[], start: EpochMs, end: EpochMs): Pause | null {
  return pausesOf(changes).findLast(({ from, to }) => from < end && (to === null || to > start)) ?? null;
}

/** Stretches without the record being live; one that goes from draft to paused is a single one. */
function pausesOf(changes: readonly StatusChange[]): Pause[] {
  const pauses: Pause[] = [];
  let from: EpochMs | null = null;
  for (const { at, to } of changes) {
    if (to !== "live") from ??= at;
    else if (from !== null) {
      pauses.push({ from, to: at });
      from = null;
    }
  }
  return from === null ? pauses : [...pauses, { from, to: null }];
}
