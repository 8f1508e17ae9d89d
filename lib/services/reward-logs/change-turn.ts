import { setTimeout as pause } from "node:timers/promises";
import type { Tx } from "@/db/client";
import { tryLockRewardChanges } from "@/db/queries/reward-log-sets";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { AppError } from "@/lib/errors";
import { isTransient } from "@/lib/services/conflicts";
import type { ServiceContext } from "@/lib/services/context";
import { WaitingLine } from "./waiting-line";

/** How often it is asked whether the change of another process is over. */
const POLL_MS = 200;

interface Waiting {
  /** Ends the waiting; what has begun goes on. */
  signal?: AbortSignal | undefined;
  /** Told when it has to wait. */
  onWait?: (() => void) | undefined;
}

const KEY = Symbol.for("milepost.reward-change-lines");
const shared = globalThis as { [KEY]?: Map<string, WaitingLine> };
shared[KEY] ??= new Map();
const lines = shared[KEY];

/** Another process has the turn: the transaction ends, so that waiting holds no connection. */
class TurnTaken extends Error {}

/**
 * Runs a change of many rewards when no other one runs in the program. Who waits in this process goes in order and
 * holds no connection. `work` may be called again: its transaction begins with `takeTurn`.
 * @throws AppError `in_progress` when the waiting was ended; `conflict` when the database gave the change up for
 *   another one; what `work` throws
 */
export async function inTurn<Result>(
  { scope: { programId } }: ServiceContext,
  { signal, onWait = () => {} }: Waiting,
  work: () => Promise<Result>,
): Promise<Result> {
  const line = lines.get(programId) ?? new WaitingLine();
  lines.set(programId, line);
  if (!(await line.enter(signal, onWait))) throw stillTaken();
  try {
    return await untilFree(signal, onWait, work);
  } catch (error) {
    throw isTransient(error) ? givenUp() : error;
  } finally {
    line.leave();
    if (line.idle) lines.delete(programId);
  }
}

async function untilFree<Result>(
  signal: AbortSignal | undefined,
  onWait: () => void,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let asked = 0; !signal?.aborted; asked++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TurnTaken)) throw error;
    }
    if (asked === 0) onWait();
    // Cut short by the signal, at which the loop looks next.
    await pause(POLL_MS, undefined, { signal }).catch(() => {});
  }
  throw stillTaken();
}

/** Makes a transaction the only one that changes many rewards of the program, to its end. */
export async function takeTurn(scope: TenantScope, tx: Tx): Promise<void> {
  if (!(await tryLockRewardChanges(scope, tx))) throw new TurnTaken("another process changes many rewards");
}

function stillTaken(): AppError {
  return new AppError("in_progress", { detail: "Others are changing many rewards: try again in a moment." });
}

function givenUp(): AppError {
  return new AppError("conflict", {
    detail: "Another change of these rewards came between, so nothing was changed: try again.",
  });
}
