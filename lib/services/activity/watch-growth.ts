import type { Db } from "@/db/client";
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
 * a bulk load into a new installation would else run on plans made for empty ones. Never fails an ingest.
 */
export async function watchGrowth(db: Db, rows: number): Promise<void> {
  const growth = growths.get(db) ?? { rows: 0, nextLook: FIRST_LOOK };
  growths.set(db, growth);
  growth.rows += rows;
  if (growth.rows < growth.nextLook) return;
  growth.nextLook = growth.rows * 2;
  await refreshStatistics(db).catch((error: unknown) => logger().warn({ error }, "statistics were not refreshed"));
}
