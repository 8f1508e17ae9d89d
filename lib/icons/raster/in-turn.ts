const KEY = Symbol.for("milepost.iconTurn");
// The server and Next each load this module: the turns are the process's.
const shared = globalThis as { [KEY]?: Promise<unknown> };

/** Starts work once all that was asked for before has ended, however it ended: never two at a time. */
export function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const turn = (shared[KEY] ?? Promise.resolve()).then(work);
  shared[KEY] = turn.catch(() => undefined);
  return turn;
}
