import { REWARD_STATES, type RewardState } from "@/lib/domain/reward-state";

const PATH = "/reward-logs";
const PAGE_SIZE = "25";

/** What the address of the page says: which state to show, and where in the list to go on. */
export interface ListState {
  state: RewardState | null;
  after: string | null;
}

export function readListState(parameters: Record<string, string | string[] | undefined>): ListState {
  const { state, after } = parameters;
  return {
    state: REWARD_STATES.find((known) => known === state) ?? null,
    after: typeof after === "string" && after !== "" ? after : null,
  };
}

export function listHref({ state, after }: ListState): string {
  const query = new URLSearchParams();
  if (state) query.set("state", state);
  if (after) query.set("after", after);
  return query.size > 0 ? `${PATH}?${query}` : PATH;
}

/** The same as parameters of the list service, newest first. */
export function listParameters({ state, after }: ListState): URLSearchParams {
  const parameters = new URLSearchParams({ limit: PAGE_SIZE });
  if (state) parameters.set("filters", JSON.stringify({ fieldSlug: "state", operator: "eq", value: state }));
  if (after) parameters.set("startingAfter", after);
  return parameters;
}
