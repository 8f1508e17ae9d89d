// `npm run bench:widget`: how fast the widget's document is, on the server (PostgreSQL, with the demo) and in a phone's
// browser. Needs a build and Chromium; everything it starts is temporary. It prints; it judges nothing.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SignJWT } from "jose";
import { createDatabase } from "@/db/testing/create-database";
import { startPostgres } from "@/db/testing/postgres-server";
import { type RunningServer, startServer } from "@/e2e/server";
import { countStatements } from "./count-statements";
import { browserFigures } from "./widget-browser";
import { type Answer, closedLoop, openLoop, quantile } from "./widget-load";
import { openRelay } from "./widget-relay";

const SECRET = "mp_live_sk_bench-only-0123456789abcdef";
const WIDGET_SECRET = "bench-only-widget-secret-0123456789";
const MEMBERS = ["ada", "ben", "chloe", "daniyar", "emiko", "farid", "grace", "hugo", "isla", "joao", "kiran", "lena"];
const PER_SECOND = 200;
const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 10);
/** Until the compiler has seen it all: the budget is that of a warm server. */
const WARM_UP_S = 10;
const CONNECTIONS = 32;

async function programOf(baseUrl: string): Promise<string> {
  const answer = await fetch(`${baseUrl}/api/whoami`, { headers: { "x-api-key": SECRET } });
  return ((await answer.json()) as { programId: string }).programId;
}

function tokenOf(program: string, member: string): Promise<string> {
  return new SignJWT({ userData: { externalId: `demo-${member}` } })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(program)
    .setExpirationTime("50m")
    .sign(new TextEncoder().encode(WIDGET_SECRET));
}

function report(name: string, { latencies, perSecond, failures }: Answer): void {
  const at = (share: number) => `p${share * 100} ${quantile(latencies, share).toFixed(1)} ms`;
  console.log(`${name}: ${Math.round(perSecond)}/s, ${at(0.5)}, ${at(0.99)}, ${failures} failed`);
}

const TICK_MS = 10;

/** Processor time that a process has used, by Linux's books: what others do on the machine is not in it. */
async function cpuMs(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, "utf8")).replace(/^.*\) /, "").split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

async function serverFigures(
  { baseUrl, pid }: RunningServer,
  program: string,
  statements: () => number,
): Promise<void> {
  const tokens = await Promise.all(MEMBERS.map((member) => tokenOf(program, member)));
  const path = `/widget/${program}`;
  const form = (turn: number) => ({ path, token: tokens[turn % tokens.length] ?? "" });
  await openLoop(baseUrl, form, PER_SECOND, WARM_UP_S);
  report(
    `time to first byte of a member's document at ${PER_SECOND}/s`,
    await openLoop(baseUrl, form, PER_SECOND, SECONDS),
  );
  const first = await fetch(`${baseUrl}${path}`, { headers: { "x-enduser-access-token": tokens[0] ?? "" } });
  const etag = first.headers.get("etag") ?? "";
  statements();
  const headers = { "x-enduser-access-token": tokens[0] ?? "", "if-none-match": etag };
  const { status } = await fetch(`${baseUrl}${path}`, { headers });
  console.log(`statements of one answer ${status}: ${statements()}`);
  const again = () => ({ path, header: tokens[0] ?? "", etag });
  report(`the same asked again with its ETag at ${PER_SECOND}/s`, await openLoop(baseUrl, again, PER_SECOND, SECONDS));
  const before = await cpuMs(pid);
  const flatOut = await closedLoop(baseUrl, form, CONNECTIONS, SECONDS);
  report(`throughput with ${CONNECTIONS} connections`, flatOut);
  const spent = (await cpuMs(pid)) - before;
  console.log(`the server's processor time for a document: ${(spent / flatOut.latencies.length).toFixed(2)} ms`);
}

async function main(): Promise<void> {
  const postgres = await startPostgres();
  const counter = await countStatements(await createDatabase(postgres.url, "widget"));
  const dataDir = await mkdtemp(join(tmpdir(), "milepost-bench-"));
  try {
    const server = await startServer({
      BOOTSTRAP_API_SECRET: SECRET,
      BOOTSTRAP_WIDGET_SECRET: WIDGET_SECRET,
      DATABASE_URL: counter.url,
      DATA_DIR: dataDir,
      DEMO: "1",
    });
    try {
      const program = await programOf(server.baseUrl);
      await serverFigures(server, program, () => counter.take());
      const relay = await openRelay(server.baseUrl, program, await tokenOf(program, "lena"));
      for (const [name, value] of Object.entries(await browserFigures(relay.url))) console.log(`${name}: ${value}`);
      await relay.close();
    } finally {
      await server.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
    await counter.close();
    await postgres.stop();
  }
}

await main();
