import { type AnyColumn, and, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, unionAll } from "drizzle-orm/pg-core";
import { challenge } from "@/db/schema/challenges";
import { member } from "@/db/schema/members";
import { milestone } from "@/db/schema/milestones";
import { rewardLog } from "@/db/schema/reward-logs";
import { streak } from "@/db/schema/streaks";
import type { Db, Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { presentMember } from "./members";
import { parentIsThere } from "./milestones";

/** What is looked for: how a text begins or, where `id` is set, the record of that id. */
export interface Sought {
  text: string;
  id: string | null;
  limit: number;
}

export interface FoundCampaign {
  id: string;
  name: string;
  status: string;
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (char) => `\\${char}`);
const byId = (column: AnyColumn, { id }: Sought) => (id === null ? undefined : eq(column, id));
const same = (column: AnyColumn | SQL, { text }: Sought) => sql`lower(${column}) = ${text.toLowerCase()}`;
/** As the prefix indexes are written. */
const begins = (column: AnyColumn, { text }: Sought) =>
  sql`lower(${column}) like ${`${escapeLike(text.toLowerCase())}%`}`;
/** As the prefix indexes are walked: of texts that begin alike, the shortest comes first. */
const inPrefixOrder = (column: AnyColumn) => sql`lower(${column}) using ~<~`;
const contains = (column: AnyColumn, text: string) => sql`${column} ilike ${`%${escapeLike(text)}%`}`;

/** Puts the rows of the first condition before those of the second, and so on; the rest comes last. */
const ranked = (...conditions: (SQL | undefined)[]) => {
  const cases = conditions.map((condition, rank) => sql`when ${condition} then ${sql.raw(String(rank))}`);
  return sql`case ${sql.join(cases, sql` `)} else ${sql.raw(String(conditions.length))} end`;
};
const closestName = (table: { id: AnyColumn; name: AnyColumn }, sought: Sought) =>
  ranked(or(byId(table.id, sought), same(table.name, sought)), begins(table.name, sought));

/** Streaks or challenges, of which a program has few, by any part of the name. */
export function searchParents(
  scope: TenantScope,
  db: Db | Tx,
  slug: "streak" | "challenge",
  sought: Sought,
): Promise<FoundCampaign[]> {
  const table = slug === "streak" ? streak : challenge;
  return db
    .select({ id: table.id, name: table.name, status: table.status })
    .from(table)
    .where(
      and(
        eq(table.programId, scope.programId),
        isNull(table.deletedAt),
        or(byId(table.id, sought), contains(table.name, sought.text)),
      ),
    )
    .orderBy(closestName(table, sought), desc(table.updatedAt))
    .limit(sought.limit);
}

/** Milestones by any part of the name, but for those whose parent was deleted. */
export function searchMilestones(scope: TenantScope, db: Db | Tx, sought: Sought) {
  return db
    .select({
      id: milestone.id,
      name: milestone.name,
      status: milestone.status,
      parentSlug: milestone.linkedSchemaSlug,
      parentId: milestone.linkedSchemaRecordId,
    })
    .from(milestone)
    .where(
      and(
        eq(milestone.programId, scope.programId),
        isNull(milestone.deletedAt),
        parentIsThere(milestone),
        or(byId(milestone.id, sought), contains(milestone.name, sought.text)),
      ),
    )
    .orderBy(closestName(milestone, sought), desc(milestone.updatedAt))
    .limit(sought.limit);
}

const NAMES = [member.firstName, member.lastName, member.displayName];
/** A trigram index knows no shorter middle of a text. */
const TRIGRAM = 3;

/** Each word is in some name; a short one begins a word there, which trigrams know too. */
function inNames({ text }: Sought): SQL | undefined {
  const inName = (name: AnyColumn, word: string) =>
    [...word].length < TRIGRAM
      ? or(...["", "% "].map((before) => sql`${name} ilike ${`${before}${escapeLike(word)}%`}`))
      : contains(name, word);
  return and(...text.split(/\s+/u).map((word) => or(...NAMES.map((name) => inName(name, word)))));
}

/**
 * Members by id, by how their external id, name or e-mail address begins and by the words of their names, the closest
 * first. Each way has an index of its own and names its few closest, so that what is sought exactly is among them.
 */
export function searchMembers(scope: TenantScope, db: Db | Tx, sought: Sought) {
  const fullName = sql`concat_ws(' ', ${member.firstName}, ${member.lastName})`;
  const order = [
    ranked(
      or(byId(member.id, sought), eq(member.externalId, sought.text)),
      same(member.externalId, sought),
      or(...[...NAMES, fullName, member.email].map((text) => same(text, sought))),
      or(...[...NAMES, member.externalId, member.email].map((text) => begins(text, sought))),
    ),
    inPrefixOrder(member.externalId),
    member.id,
  ];
  const closest = (condition: SQL | undefined, ...by: (SQL | AnyPgColumn)[]) =>
    db
      .select({ id: member.id })
      .from(member)
      .where(and(presentMember(scope), condition))
      .orderBy(...by)
      .limit(sought.limit);
  const beginning = (column: AnyPgColumn) => closest(begins(column, sought), inPrefixOrder(column));
  const candidates = unionAll(
    closest(or(byId(member.id, sought), eq(member.externalId, sought.text)), member.id),
    beginning(member.externalId),
    beginning(member.displayName),
    beginning(member.email),
    // Nobody's name holds an id, of which trigrams are many.
    ...(sought.id === null ? [closest(inNames(sought), ...order)] : []),
  );
  return db
    .select({
      id: member.id,
      externalId: member.externalId,
      firstName: member.firstName,
      lastName: member.lastName,
      displayName: member.displayName,
      email: member.email,
    })
    .from(member)
    .where(and(presentMember(scope), inArray(member.id, candidates)))
    .orderBy(...order)
    .limit(sought.limit);
}

/** Reward logs by id, or by how their code begins. */
export function searchRewardLogs(scope: TenantScope, db: Db | Tx, sought: Sought, byCode: boolean) {
  return db
    .select({ id: rewardLog.id, couponCode: rewardLog.couponCode, periodKey: rewardLog.periodKey })
    .from(rewardLog)
    .where(
      and(
        eq(rewardLog.programId, scope.programId),
        or(byId(rewardLog.id, sought), byCode ? begins(rewardLog.couponCode, sought) : undefined),
      ),
    )
    .orderBy(...(sought.id === null ? [] : [desc(eq(rewardLog.id, sought.id))]), inPrefixOrder(rewardLog.couponCode))
    .limit(sought.limit);
}
