import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { parseAsDay, parseAsId } from "@/components/console/lists/list-parsers";
import { REWARD_STATES } from "@/lib/domain/reward-state";

export const REWARD_SORTS = ["newest", "oldest"] as const;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const moment = createParser({
  parse: (text) => (INSTANT.test(text) && !Number.isNaN(Date.parse(text)) ? text : null),
  serialize: String,
});

/** What the address of the reward queue says. Days are those of the program's zone, both included. */
export const rewardListState = {
  state: parseAsStringLiteral(REWARD_STATES),
  parent: parseAsId,
  milestone: parseAsId,
  member: parseAsId,
  from: parseAsDay,
  to: parseAsDay,
  /** One reward, as the command palette opens it. */
  reward: parseAsId,
  /** When they were changed last: what one import of codes changed. */
  changed: moment,
  sort: parseAsStringLiteral(REWARD_SORTS).withDefault("newest"),
  after: parseAsString,
};

export const loadRewardList = createLoader(rewardListState);
export const rewardListQuery = createSerializer(rewardListState);

/** Nothing filtered. */
export const ALL_REWARDS = {
  state: null,
  parent: null,
  milestone: null,
  member: null,
  from: null,
  to: null,
  reward: null,
  changed: null,
} as const;

/** Whose rewards codes are handed out to where a file names none: the queue's filters, but for what codes change. */
export function handOutQuery(state: inferParserType<typeof rewardListState>): string {
  const { parent, milestone, member, from, to } = state;
  return rewardListQuery({ parent, milestone, member, from, to });
}
