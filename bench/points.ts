// `npm run bench`, its second half: how many awards the built server takes in, how quickly account streaks are read, and
// how many statements each costs. On the embedded database and on a real PostgreSQL; everything it starts is temporary.
import { createDatabase } from "@/db/testing/create-database";
import { startPostgres } from "@/db/testing/postgres-server";
import { countStatements } from "./count-statements";
import { measure, type Rate } from "./load";
import { CONNECTIONS, MEASURE_MS, type Send, WARM_UP_MS, withServer } from "./with-server";

const MEMBERS = 10_000;
const BATCH = 1000;
const AWARD = "/v1/points/award";

interface Rates {
  spread: Rate;
  one: Rate;
  page: Rate;
}

/** A rule, and members with a running streak each. Answers the streak's id. */
async function prepare(send: Send): Promise<string> {
  await send("/schema/reward_rule/record", { eventType: "bench", points: 1 });
  const streak = await send("/schema/streak/record", {
    name: "Bench",
    description: "A daily streak",
    status: "live",
    aggregationMethod: "count",
    aggregationTargetValue: 1,
    completionTargetValue: 100_000,
  });
  const { id: streakId } = streak["data"] as { id: string };
  const activityAt = new Date().toISOString();
  for (let from = 0; from < MEMBERS; from += BATCH)
    await send(
      "/schema/streak_log/record/batch",
      Array.from({ length: BATCH }, (_, n) => ({
        streakId,
        ownedBy: { externalId: `bench-${from + n}` },
        activityAt,
        activityId: "bench",
        uniqueIdentifier: `bench-${from + n}`,
      })),
    );
  return streakId;
}

async function rates(send: Send): Promise<Rates> {
  const streakId = await prepare(send);
  let count = 0;
  const award = (userOf: (count: number) => string) => async () => {
    count += 1;
    await send(AWARD, { userId: userOf(count), eventType: "bench", reference: `bench-${count}` });
    return 1;
  };
  const spread = award((n) => `bench-${(n * 7919) % MEMBERS}`);
  await measure(CONNECTIONS, WARM_UP_MS, spread);
  const read = async () => {
    await send(`/api/loyalty/account_streaks?loyaltyRuleId=${streakId}&limit=1000`);
    return 1;
  };
  return {
    spread: await measure(CONNECTIONS, MEASURE_MS, spread),
    one: await measure(
      CONNECTIONS,
      MEASURE_MS,
      award(() => "bench-0"),
    ),
    page: await measure(1, MEASURE_MS, read),
  };
}

function row(database: string, { spread, one, page }: Rates) {
  const ms = (value: number) => value.toFixed(1);
  return {
    database,
    [`awards/s, ${CONNECTIONS} connections`]: Math.round(spread.perSecond),
    "p50 ms": ms(spread.p50),
    "p99 ms": ms(spread.p99),
    "awards/s to one member": Math.round(one.perSecond),
    "ms for 1,000 account streaks": ms(page.p50),
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
      const streakId = await prepare(send);
      const read = (query: string) => () =>
        send(`/api/loyalty/account_streaks?loyaltyRuleId=${streakId}&${query}`) as Promise<unknown>;
      const award = (values: object) => () => send(AWARD, { eventType: "bench", ...values });
      const requests: [string, () => Promise<unknown>][] = [
        ["an award, new member", award({ userId: "new", reference: "1" })],
        ["an award, known member", award({ userId: "new", displayName: "New" })],
        ["10 account streaks", read("limit=10")],
        ["1,000 account streaks", read("limit=1000")],
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
