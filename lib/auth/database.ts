import { type Database, sharedDatabase } from "@/db/client";
import { getEnv } from "@/lib/env";

/** The database of this process, as the settings name it; opened at the first call. */
export function database(): Promise<Database> {
  return sharedDatabase(() => {
    const { DATABASE_URL, DATABASE_DIRECT_URL, DATA_DIR, DATABASE_POOL_SIZE } = getEnv();
    return { url: DATABASE_URL, directUrl: DATABASE_DIRECT_URL, dataDir: DATA_DIR, poolSize: DATABASE_POOL_SIZE };
  });
}
