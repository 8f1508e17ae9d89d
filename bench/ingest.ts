// `npm run bench`: how much activity the built server takes in, on the embedded database and on a real PostgreSQL, and
// how many statements an ingest costs. Needs a build; everything it starts is temporary.
import { createDatabase } from "@/db/testing/create-database";
import { startPostgres } from "@/db/testing/postgres-server";
import { countStatements, type StatementCounter } from "./count-statements";
import { measure, type Rate } from "./load";
import { CONNECTIONS, MEASURE_MS, type Send, WARM_UP_MS, withServer } from "./with-server";

const BATCH = 1000;
const MEMBERS = 1000;
const DAY_MS = 86_400_000;

/** Logs of 1,000 members over the last two months, each with an identifier of its own. */
function logs(streakId: string) {
  let count = 0;
  const start = Date.now() - 60 * DAY_MS;
  return (values: object = {}) => {
    count += 1;
    return {
      streakId,
      ownedBy: { externalId: `bench-${(count * 7919) % MEMBERS}` },
      activityAt: new Date(start + ((count * 104_729) % (60 * DAY_MS))).toISOString(),
      activityId: "bench",
      uniqueIdentifier: `bench-${process.pid}-${count}`,
      ...values,
    };
  };
}

async function startCampaign(send: Send): Promise<string> {
  const created = await send("/schema/streak/record", {
    name: "Bench",
    description: "A daily streak",
    status: "live",
    aggregationMethod: "count",
    aggregationTargetValue: 1,
    completionTargetValue: 100_000,
  });
  const { id } = created["data"] as { id: string };
  for (const milestoneTargetValue of [3, 7, 14, 30])
    await send("/schema/milestone/record", {
      linkedSchemaSlug: "streak",
      linkedSchemaRecordId: id,
      name: `${milestoneTargetValue} days`,
      description: "A milestone",
      milestoneTargetValue,
      status: "live",
    });
  return id;
}

async function ingestRates(send: Send, streakId: string): Promise<{ single: Rate; batch: Rate }> {
  const next = logs(streakId);
  const one = async () => {
    await send("/schema/streak_log/record", next());
    return 1;
  };
  const thousand = async () => {
    const { data } = await send(
      "/schema/streak_log/record/batch",
      Array.from({ length: BATCH }, () => next()),
    );
    const refused = (data as { status: number }[]).filter(({ status }) => status !== 201).length;
    if (refused > 0) throw new Error(`${refused} rows of a batch were refused`);
    return BATCH;
  };
  await thousand();
  await measure(CONNECTIONS, WARM_UP_MS, one);
  const single = await measure(CONNECTIONS, MEASURE_MS, one);
  return { single, batch: await measure(1, MEASURE_MS, thousand) };
}

/** Statements of one request: its key's look-up, the transaction's begin and commit, and what the ingest asks. */
async function statementCounts(send: Send, streakId: string, counter: StatementCounter): Promise<[string, number][]> {
  const next = logs(streakId);
  const at = (day: number) => new Date(Date.now() - day * DAY_MS).toISOString();
  const path = "/schema/streak_log/record";
  const owner = { ownedBy: { externalId: "statements" } };
  const counted = async (name: string, work: () => Promise<unknown>): Promise<[string, number]> => {
    counter.take();
    await work();
    return [name, counter.take()];
  };
  const fresh = (values: object) =>
    next({ uniqueIdentifier: `statements-${performance.now()}-${Math.random()}`, ...values });
  const rows = () => Array.from({ length: BATCH }, () => fresh({}));
  return [
    await counted("N = 1, new member", () => send(path, fresh({ ...owner, activityAt: at(9) }))),
    await counted("N = 1, known member", () => send(path, fresh({ ...owner, activityAt: at(8) }))),
    await counted("N = 1, a reward", () => send(path, fresh({ ...owner, activityAt: at(7) }))),
    await counted(`N = ${BATCH}`, () => send(`${path}/batch`, rows())),
    await counted(`N = ${BATCH}, again`, () => send(`${path}/batch`, rows())),
  ];
}

function row(driver: string, { single, batch }: { single: Rate; batch: Rate }) {
  const ms = (value: number) => value.toFixed(1);
  return {
    database: driver,
    [`logs/s, single, ${CONNECTIONS} connections`]: Math.round(single.perSecond),
    "p50 ms": ms(single.p50),
    "p99 ms": ms(single.p99),
    [`logs/s, batches of ${BATCH}`]: Math.round(batch.perSecond),
    "ms a batch": ms(batch.p50),
  };
}

const rates = [];
const pglite = await withServer({}, async (send) => ingestRates(send, await startCampaign(send)));
rates.push(row("PGlite", pglite));

const postgres = await startPostgres();
try {
  const url = await createDatabase(postgres.url, "bench");
  const measured = await withServer({ DATABASE_URL: url }, async (send) =>
    ingestRates(send, await startCampaign(send)),
  );
  rates.push(row("PostgreSQL", measured));
  console.table(rates);

  const counter = await countStatements(await createDatabase(postgres.url, "statements"));
  try {
    const counts = await withServer({ DATABASE_URL: counter.url }, async (send) =>
      statementCounts(send, await startCampaign(send), counter),
    );
    console.table(counts.map(([ingest, statements]) => ({ ingest, statements })));
  } finally {
    await counter.close();
  }
} finally {
  await postgres.stop();
}
