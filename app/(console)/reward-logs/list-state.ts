import { REWARD_STATES, type RewardState } from "@/lib/domain/reward-state";

const PATH = "/reward-logs";
const PAGE_SIZE = "25";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What the address of the page says: which state or which one reward to show, and where in the list to go on. */
export interface ListState {
  state: RewardState | null;
  reward?: string | null;
  after: string | null;
}

export function readListState(parameters: Record<string, string | string[] | undefined>): ListState {
  const { state, reward, after } = parameters;
  return {
    state: REWARD_STATES.find((known) => known === state) ?? null,
    reward: typeof reward === "string" && UUID.test(reward) ? reward : null,
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
export function listParameters({ state, reward, after }: ListState): URLSearchParams {
  const parameters = new URLSearchParams({ limit: PAGE_SIZE });
  const conditions = [
    ...(state ? [{ fieldSlug: "state", operator: "eq", value: state }] : []),
    ...(reward ? [{ fieldSlug: "id", operator: "eq", value: reward }] : []),
  ];
  if (conditions.length > 0) parameters.set("filters", JSON.stringify({ and: conditions }));
  if (after) parameters.set("startingAfter", after);
  return parameters;
}
