import type { Db } from "@/db/client";
import type { ServiceContext } from "@/lib/services/context";
import type { IngestAnswer } from "./attempt-ingest";
import { ingest } from "./ingest";
import type { IngestRow } from "./judge";

/** Two batches of a program at once keep the database busy while the answers of one are written. */
const MAX_IN_FLIGHT = 2;
const MAX_ROWS = 250;

interface Waiting {
  context: ServiceContext;
  row: IngestRow;
  done: (answer: IngestAnswer) => void;
  failed: (error: unknown) => void;
}

interface Lane {
  inFlight: number;
  /** A flush comes after the input that this turn of the event loop still has. */
  scheduled: boolean;
  waiting: Waiting[];
}

const KEY = Symbol.for("milepost.ingest-lanes");
const shared = globalThis as { [KEY]?: WeakMap<Db, Map<string, Lane>> };
shared[KEY] ??= new WeakMap();
const lanes = shared[KEY];

/**
 * Takes in one activity together with those of the same program that arrive while others are under way: they form the
 * next batch. No timer, so a lone request waits for nobody. Each row keeps an answer of its own.
 * @throws whatever the database throws
 */
export function ingestCoalesced(context: ServiceContext, row: IngestRow): Promise<IngestAnswer> {
  const lane = laneOf(context);
  return new Promise((done, failed) => {
    lane.waiting.push({ context, row, done, failed });
    schedule(lane);
  });
}

function laneOf({ db, scope }: ServiceContext): Lane {
  const ofDatabase = lanes.get(db) ?? new Map<string, Lane>();
  lanes.set(db, ofDatabase);
  const lane = ofDatabase.get(scope.programId) ?? { inFlight: 0, scheduled: false, waiting: [] };
  ofDatabase.set(scope.programId, lane);
  return lane;
}

/**
 * The embedded database runs in this very thread: begun at once, a batch would keep the bodies of requests that are
 * already here from being read into it.
 */
function schedule(lane: Lane): void {
  if (lane.scheduled) return;
  lane.scheduled = true;
  setImmediate(() => {
    lane.scheduled = false;
    flush(lane);
  });
}

function flush(lane: Lane): void {
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
      schedule(lane);
    });
}

function settle(batch: Waiting[], answers: IngestAnswer[]): void {
  for (const [position, { done, failed }] of batch.entries()) {
    const answer = answers[position];
    if (answer) done(answer);
    else failed(new Error("an ingest left a row without an answer"));
  }
}
