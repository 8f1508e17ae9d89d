/** One step of a funnel. `lost` are those who took the step before and not this one. */
export interface FunnelStep {
  members: number;
  lost: number;
  /** Share of the step before that came this far, 0 to 1; null where nobody did the step before. */
  kept: number | null;
  /** The step at which most members are lost; the first of several that lose as many. */
  biggestDrop: boolean;
}

/** Members who did the same: whether they were active, and a 1 for each step that they took, else a 0. */
export interface Journey {
  active: boolean;
  reached: string;
  members: number;
}

/**
 * The funnel from the active members over a parent's milestones, lowest first. A later step can hold more than an earlier
 * one, since a range of dates cuts into what members did before it.
 */
export function funnel(journeys: readonly Journey[], length: number): { active: number; steps: FunnelStep[] } {
  const count = (these: (journey: Journey) => boolean) =>
    journeys.reduce((sum, journey) => sum + (these(journey) ? journey.members : 0), 0);
  const took = ({ active, reached }: Journey, step: number) => (step < 0 ? active : reached[step] === "1");
  const counted = Array.from({ length }, (_, step) => ({
    before: count((journey) => took(journey, step - 1)),
    members: count((journey) => took(journey, step)),
    lost: count((journey) => took(journey, step - 1) && !took(journey, step)),
  }));
  const most = Math.max(0, ...counted.map(({ lost }) => lost));
  const drop = most === 0 ? -1 : counted.findIndex(({ lost }) => lost === most);
  return {
    active: count(({ active }) => active),
    steps: counted.map(({ before, members, lost }, step) => ({
      members,
      lost,
      kept: before === 0 ? null : (before - lost) / before,
      biggestDrop: step === drop,
    })),
  };
}
