import { boot } from "./boot";

/** Boots for Next, which would hang with its port open if this threw. */
export async function bootOrExit(): Promise<void> {
  try {
    await boot();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
