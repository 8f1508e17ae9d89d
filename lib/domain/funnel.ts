/** One step of a funnel. `lost` are those who took the step before and not this one; never below 0. */
export interface FunnelStep {
  members: number;
  lost: number;
  /** Share of the step before that came this far, 0 to 1; null where nobody did the step before. */
  kept: number | null;
  /** The step at which most members are lost; the first of several that lose as many. */
  biggestDrop: boolean;
}

/**
 * The funnel over a parent's milestones, lowest first: `reached` are the members at each, `start` those who set out.
 * A later step can hold more than an earlier one, since a range of dates cuts into what members did before it.
 */
export function funnel(start: number, reached: readonly number[]): FunnelStep[] {
  const lost = reached.map((members, position) => Math.max(0, (reached[position - 1] ?? start) - members));
  const most = Math.max(0, ...lost);
  const drop = most === 0 ? -1 : lost.indexOf(most);
  return reached.map((members, position) => {
    const before = reached[position - 1] ?? start;
    return {
      members,
      lost: lost[position] ?? 0,
      kept: before === 0 ? null : Math.min(1, members / before),
      biggestDrop: position === drop,
    };
  });
}
