// `npm run bench`, its third part: how many events the built server takes in, each heard by a streak, a challenge and a
// reward rule, and how many statements a request costs. Everything it starts is temporary.
import { createDatabase } from "@/db/testing/create-database";
import { startPostgres } from "@/db/testing/postgres-server";
import { countStatements } from "./count-statements";
import { measure, type Rate } from "./load";
import { CONNECTIONS, MEASURE_MS, type Send, WARM_UP_MS, withServer } from "./with-server";

const EVENTS = "/v1/events";
const MEMBERS = 1000;
const BATCH = 1000;
const DAY_MS = 86_400_000;

/** Three that listen to the type `bench`. */
async function prepare(send: Send): Promise<void> {
  const parent = { description: "Bench", status: "live", aggregationMethod: "count", activityIds: ["bench"] };
  const long = { ...parent, completionTargetValue: 100_000 };
  await send("/schema/streak/record", { ...long, name: "Daily", aggregationTargetValue: 1 });
  await send("/schema/challenge/record", { ...long, name: "Monthly", aggregationPeriod: "monthly" });
  await send("/schema/reward_rule/record", { eventType: "bench", points: 1 });
}

/** Events of 1,000 members over the last two months, each with an id of its own. */
function events() {
  let count = 0;
  const start = Date.now() - 60 * DAY_MS;
  return (member?: string) => {
    count += 1;
    return {
      id: `bench-${process.pid}-${performance.now()}-${count}`,
      type: "bench",
      member: { externalId: member ?? `bench-${(count * 7919) % MEMBERS}` },
      at: new Date(start + ((count * 104_729) % (60 * DAY_MS))).toISOString(),
    };
  };
}

async function take(send: Send, body: object, path = EVENTS): Promise<void> {
  const { data } = await send(path, body);
  const refused = (data as { status: string }[]).filter(({ status }) => status !== "applied").length;
  if (refused > 0) throw new Error(`${refused} events were not applied`);
}

async function rates(send: Send): Promise<{ single: Rate; batch: Rate }> {
  await prepare(send);
  const next = events();
  const one = async () => {
    await take(send, next());
    return 1;
  };
  const thousand = async () => {
    await take(
      send,
      Array.from({ length: BATCH }, () => next()),
    );
    return BATCH;
  };
  await thousand();
  await measure(CONNECTIONS, WARM_UP_MS, one);
  const single = await measure(CONNECTIONS, MEASURE_MS, one);
  return { single, batch: await measure(1, MEASURE_MS, thousand) };
}

function row(database: string, { single, batch }: { single: Rate; batch: Rate }) {
  const ms = (value: number) => value.toFixed(1);
  return {
    database,
    [`events/s, single, ${CONNECTIONS} connections`]: Math.round(single.perSecond),
    "p50 ms": ms(single.p50),
    "p99 ms": ms(single.p99),
    [`events/s, arrays of ${BATCH}`]: Math.round(batch.perSecond),
    "ms an array": ms(batch.p50),
  };
}

const table = [row("PGlite", await withServer({}, rates))];
const postgres = await startPostgres();
try {
  const url = await createDatabase(postgres.url, "bench");
  table.push(row("PostgreSQL", await withServer({ DATABASE_URL: url }, rates)));
  console.table(table);

  const counter = await countStatements(await createDatabase(postgres.url, "statements"));
  try {
    const counts = await withServer({ DATABASE_URL: counter.url }, async (send) => {
      await prepare(send);
      const next = events();
      const array = () => Array.from({ length: BATCH }, () => next());
      const requests: [string, () => Promise<unknown>][] = [
        ["an event, new member", () => take(send, next("statements"))],
        ["an event, known member", () => take(send, next("statements"))],
        ["an event, dry run", () => take(send, next("statements"), `${EVENTS}?dryRun=true`)],
        [`${BATCH} events`, () => take(send, array())],
        [`${BATCH} events, again`, () => take(send, array())],
      ];
      const counted: { request: string; statements: number }[] = [];
      for (const [request, work] of requests) {
        counter.take();
        await work();
        counted.push({ request, statements: counter.take() });
      }
      return counted;
    });
    console.table(counts);
  } finally {
    await counter.close();
  }
} finally {
  await postgres.stop();
}
