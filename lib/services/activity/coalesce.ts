import type { Db } from "@/db/client";
import type { ServiceContext } from "@/lib/services/context";

/** Two batches of a program at once keep the database busy while the answers of one are written. */
const MAX_IN_FLIGHT = 2;
const MAX_ROWS = 250;

interface Waiting<Row, Answer> {
  context: ServiceContext;
  row: Row;
  done: (answer: Answer) => void;
  failed: (error: unknown) => void;
}

interface Lane<Row, Answer> {
  inFlight: number;
  /** A flush comes after the input that this turn of the event loop still has. */
  scheduled: boolean;
  waiting: Waiting<Row, Answer>[];
}

type Ingest<Row, Answer> = (context: ServiceContext, rows: Row[]) => Promise<Answer[]>;
type Lanes<Row, Answer> = WeakMap<Db, Map<string, Lane<Row, Answer>>>;

/**
 * Takes in one row together with those of the same program that arrive while others are under way: they form the next
 * batch. No timer, so a lone request waits for nobody. Each row keeps an answer of its own. `name` tells its lanes from
 * those of other rows, in both module graphs of the process.
 */
export function coalesced<Row, Answer>(
  name: string,
  ingest: Ingest<Row, Answer>,
): (context: ServiceContext, row: Row) => Promise<Answer> {
  const key = Symbol.for(`milepost.lanes.${name}`);
  const shared = globalThis as { [name: symbol]: unknown };
  shared[key] ??= new WeakMap();
  const lanes = shared[key] as Lanes<Row, Answer>;
  return (context, row) => {
    const lane = laneOf(lanes, context);
    return new Promise((done, failed) => {
      lane.waiting.push({ context, row, done, failed });
      schedule(lane, ingest);
    });
  };
}

function laneOf<Row, Answer>(lanes: Lanes<Row, Answer>, { db, scope }: ServiceContext): Lane<Row, Answer> {
  const ofDatabase = lanes.get(db) ?? new Map<string, Lane<Row, Answer>>();
  lanes.set(db, ofDatabase);
  const lane = ofDatabase.get(scope.programId) ?? { inFlight: 0, scheduled: false, waiting: [] };
  ofDatabase.set(scope.programId, lane);
  return lane;
}

/**
 * The embedded database runs in this very thread: begun at once, a batch would keep the bodies of requests that are
 * already here from being read into it.
 */
function schedule<Row, Answer>(lane: Lane<Row, Answer>, ingest: Ingest<Row, Answer>): void {
  if (lane.scheduled) return;
  lane.scheduled = true;
  setImmediate(() => {
    lane.scheduled = false;
    flush(lane, ingest);
  });
}

function flush<Row, Answer>(lane: Lane<Row, Answer>, ingest: Ingest<Row, Answer>): void {
  if (lane.inFlight >= MAX_IN_FLIGHT) return;
  const batch = lane.waiting.splice(0, MAX_ROWS);
  const last = batch.at(-1);
  if (!last) return;
  lane.inFlight++;
  // One clock for all, the latest: a request may have waited for its body longer than those before it.
  const now = Math.max(...batch.map(({ context }) => context.now));
  ingest(
    { ...last.context, now },
    batch.map(({ row }) => row),
  )
    .then((answers) => settle(batch, answers))
    .catch((error: unknown) => {
      for (const { failed } of batch) failed(error);
    })
    .finally(() => {
      lane.inFlight--;
      schedule(lane, ingest);
    });
}

function settle<Row, Answer>(batch: Waiting<Row, Answer>[], answers: Answer[]): void {
  for (const [position, { done, failed }] of batch.entries()) {
    const answer = answers[position];
    if (answer) done(answer);
    else failed(new Error("an ingest left a row without an answer"));
  }
}
