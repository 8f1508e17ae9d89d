import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, transaction } from "@/db/client";
import { explained, touched } from "@/db/testing/plans";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { findListeners } from "./listeners";

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it("finds who listens without looking at those who do not", async () => {
  const tenant = await newTenant(database.db);
  const { id: program } = tenant.program;
  const times = sql`'2026-04-01'::timestamptz, '2026-04-01'::timestamptz`;
  await database.db.execute(sql`
    insert into streak (program_id, id, name, description, status, aggregation_method, aggregation_period,
      aggregation_target_value, completion_target_value, activity_ids, created_at, updated_at)
    select ${program}, gen_random_uuid(), 'a', 'a', 'live', 'count', 'daily', 1, 7, array['type-' || n], ${times}
    from generate_series(1, 20000) n`);
  await database.db.execute(sql`analyze streak`);
  const heard = await transaction(database.db, (tx) => findListeners(tenant.at(0).scope, tx, ["type-7", "bought"]));
  expect(heard).toMatchObject([{ type: "type-7", slug: "streak" }]);
  // The function's own statement, in its settings.
  const plan = await database.db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    return explained(
      tx,
      sql`select t.type, s.id from jsonb_array_elements_text('["type-7", "bought"]') as t(type)
        join streak s on s.activity_ids @> array[t.type] where s.program_id = ${program} and s.deleted_at is null`,
    );
  });
  expect(plan.some((node) => node["Index Name"] === "streak_activity_ids")).toBe(true);
  expect(touched(plan, "streak")).toBeLessThan(10);
});
