/** One step of a funnel. `lost` are those who took the step before and not this one. */
export interface FunnelStep {
  members: number;
  lost: number;
  /** Share of the step before that came this far, 0 to 1; null where nobody did the step before. */
  kept: number | null;
  /** The step at which most members are lost; the first of several that lose as many. */
  biggestDrop: boolean;
}

/**
 * The funnel over a parent's milestones, lowest first: of each, who reached it and who of the step before did not;
 * `start` are those who set out. A later step can hold more than an earlier one, since a range of dates cuts into what
 * members did before it.
 */
export function funnel(start: number, steps: readonly { members: number; lost: number }[]): FunnelStep[] {
  const most = Math.max(0, ...steps.map(({ lost }) => lost));
  const drop = most === 0 ? -1 : steps.findIndex(({ lost }) => lost === most);
  return steps.map(({ members, lost }, position) => {
    const before = steps[position - 1]?.members ?? start;
    return { members, lost, kept: before === 0 ? null : (before - lost) / before, biggestDrop: position === drop };
  });
}
