import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@/e2e/server";
import { sender } from "./load";

const SECRET = "mp_live_sk_bench-only-0123456789abcdef";
/** Requests that are under way at once. */
export const CONNECTIONS = 32;
/** How long each rate is measured. */
export const MEASURE_MS = Number(process.env["BENCH_SECONDS"] ?? 10) * 1000;
export const WARM_UP_MS = 2000;

export type Send = ReturnType<typeof sender>;

/** Does some work against the built server on an empty database; everything is gone afterwards. */
export async function withServer<T>(
  settings: Record<string, string>,
  work: (send: Send, baseUrl: string) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), "milepost-bench-"));
  try {
    const server = await startServer({ BOOTSTRAP_API_SECRET: SECRET, DATA_DIR: dataDir, DEMO: "0", ...settings });
    try {
      return await work(sender({ baseUrl: server.baseUrl, secret: SECRET }, CONNECTIONS), server.baseUrl);
    } finally {
      await server.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
