import { type Db, rootOf } from "@/db/client";
import { refreshStatistics } from "@/db/queries/ingest/refresh-statistics";
import { logger } from "@/lib/logger";

const FIRST_LOOK = 100;

interface Growth {
  rows: number;
  nextLook: number;
}

const KEY = Symbol.for("milepost.ingest-growth");
const shared = globalThis as { [KEY]?: WeakMap<Db, Growth> };
shared[KEY] ??= new WeakMap();
const growths = shared[KEY];

/**
 * Counts rows that an ingest took in, and each time that their number has doubled has the database look at its tables:
 * a bulk load into a new installation would else run on plans made for empty ones. Never fails an ingest. Inside of
 * another transaction it only counts: whoever opened that one calls with no rows afterwards.
 */
export async function watchGrowth(db: Db, rows: number): Promise<void> {
  const root = rootOf(db);
  const growth = growths.get(root) ?? { rows: 0, nextLook: FIRST_LOOK };
  growths.set(root, growth);
  growth.rows += rows;
  if (root !== db || growth.rows < growth.nextLook) return;
  growth.nextLook = growth.rows * 2;
  await refreshStatistics(db).catch((error: unknown) => logger().warn({ error }, "statistics were not refreshed"));
}
