import { getEnv } from "@/lib/env";
import type { Actor, ServiceContext } from "@/lib/services/context";

const WINDOW_MS = 60_000;

/** How a caller stands after one more request. */
export interface Allowance {
  limit: number;
  remaining: number;
  /** Seconds until all of it is there again. */
  resetSeconds: number;
  exceeded: boolean;
}

/** Requests of each caller within the minute of the clock: nothing of an earlier minute is kept. */
export class RateWindow {
  #minute = 0;
  #taken = new Map<string, number>();

  take(caller: string, limit: number, now: number): Allowance {
    const minute = Math.floor(now / WINDOW_MS);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#taken = new Map();
    }
    const taken = (this.#taken.get(caller) ?? 0) + 1;
    this.#taken.set(caller, taken);
    const resetSeconds = Math.ceil(((minute + 1) * WINDOW_MS - now) / 1000);
    return { limit, remaining: Math.max(0, limit - taken), resetSeconds, exceeded: taken > limit };
  }
}

const KEY = Symbol.for("milepost.rate-window");
const shared = globalThis as { [KEY]?: RateWindow };
shared[KEY] ??= new RateWindow();
const requests = shared[KEY];

/** Counts a request of a key or a member in this process; null where the operator has set no limit. */
export function countRequest({ actor, program, now }: ServiceContext): Allowance | null {
  const limit = getEnv().RATE_LIMIT_PER_MINUTE;
  return limit === 0 ? null : requests.take(`${program.id} ${callerOf(actor)}`, limit, now);
}

function callerOf(actor: Actor): string {
  if (actor.kind === "member") return `member ${actor.externalId}`;
  return actor.kind === "system" ? actor.kind : `${actor.kind} ${actor.id}`;
}
