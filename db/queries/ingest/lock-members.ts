import { sql } from "drizzle-orm";
import type { Tx } from "@/db/types";
import type { Status } from "@/lib/domain/record";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { jsonParameter, oneRow } from "../json";

/** A member to create, in the columns of its table; instants as ISO text. */
export interface NewMemberRow {
  program_id: string;
  id: string;
  external_id: string;
  first_name: string | null;
  last_name: string | null;
  display_name: string | null;
  email: string | null;
  phone_number: string | null;
  wallet_address: string | null;
  status: Status;
  time_zone: string | null;
  language_code: string | null;
  metadata: Record<string, unknown> | null;
  points_balance: 0;
  created_at: string;
  updated_at: string;
}

export interface LockedMemberRow {
  id: string;
  externalId: string;
  status: Status;
  timeZone: string | null;
  pointsBalance: number;
  /** This statement made it. */
  created: boolean;
}

const returned = sql`id, external_id as "externalId", status, time_zone as "timeZone", points_balance as "pointsBalance"`;

/**
 * Locks the rows of known members and creates the new ones, in one statement and always in the order of `externalId`:
 * ingests for one member queue here, and no two can wait for each other in a ring.
 */
export async function lockMembers(
  scope: TenantScope,
  tx: Tx,
  knownIds: string[],
  created: NewMemberRow[],
): Promise<LockedMemberRow[]> {
  const statement = created.length === 0 ? lockKnown(scope, knownIds) : lockAndCreate(scope, knownIds, created);
  const { members } = await oneRow<{ members: LockedMemberRow[] }>(tx, statement);
  return members;
}

function lockKnown(scope: TenantScope, ids: string[]) {
  return sql`
with q as materialized (select ${jsonParameter(ids)} as q),
locked as (
  select ${returned} from member
  where program_id = ${scope.programId} and deleted_at is null and id in (select jsonb_array_elements_text(q)::uuid from q)
  order by external_id collate "C" for update
)
select coalesce(json_agg(l), '[]') as members from (select locked.*, false as created from locked) l`;
}

/** The upsert changes nothing of a known member: it is there for its row lock, in the same order as the inserts. */
function lockAndCreate(scope: TenantScope, ids: string[], created: NewMemberRow[]) {
  return sql`
with q as materialized (select ${jsonParameter(ids)} as known, ${jsonParameter(created)} as created),
wanted as (
  select m.* from q, jsonb_array_elements_text(known) as k(id)
  join member m on m.program_id = ${scope.programId} and m.id = k.id::uuid and m.deleted_at is null
  union all
  select n.* from q, jsonb_populate_recordset(null::member, created) as n
),
locked as (
  insert into member as m select * from (select * from wanted order by external_id collate "C") ordered
  on conflict (program_id, external_id) where deleted_at is null do update set updated_at = m.updated_at
  returning ${returned}, xmax = 0 as created
)
select coalesce(json_agg(l), '[]') as members from locked l`;
}
