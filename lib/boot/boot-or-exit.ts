import { getEnv } from "@/lib/env";
import { announce } from "./announce";
import { boot, hasBooted } from "./boot";

/** Boots for Next, which would hang with its port open if this threw. Under server.ts it finds all done and told. */
export async function bootOrExit(): Promise<void> {
  if (hasBooted()) return;
  try {
    const report = await boot();
    announce(report, getEnv().PORT);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
