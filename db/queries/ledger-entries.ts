import { and, desc, eq, getTableColumns, gt, lte, max, sql } from "drizzle-orm";
import { ledgerEntry } from "@/db/schema/ledger-entries";
import type { Db, Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { answerOf, jsonParameter } from "./json";
import { fetchPage, type ListQuery, type Page } from "./list";
import { type ListColumns, listColumn, listColumns } from "./list-columns";

export type LedgerEntryRow = typeof ledgerEntry.$inferSelect;

/** An award, with an id for each row that it may make; instants as ISO text. */
export interface Award {
  userId: string;
  /** The member by id, of an award by hand: nobody is made. */
  ownerId: string | null;
  eventType: string;
  displayName: string | null;
  email: string | null;
  metadata: Record<string, unknown> | null;
  reference: string | null;
  entryId: string;
  memberId: string;
  auditId: string;
  actorKind: string;
  actorId: string | null;
  requestId: string;
  at: string;
  /** How far from 0 the balance may come. */
  maxBalance: number;
}

export type Awarded =
  | { points: number; balance: number }
  | { refused: "no_rule" | "no_member" | "duplicate" | "member_not_live" | "balance_out_of_range" };

/** Awards the points of a live rule: one statement that does all of it, or nothing. */
export function awardPoints(scope: TenantScope, db: Db | Tx, award: Award): Promise<Awarded> {
  return answerOf<Awarded>(db, sql`award_points(${scope.programId}, ${jsonParameter(award)})`);
}

/** The entry that an award with this reference made. */
export async function findLedgerEntry(
  scope: TenantScope,
  db: Db | Tx,
  eventType: string,
  reference: string,
): Promise<LedgerEntryRow | undefined> {
  const [row] = await db
    .select()
    .from(ledgerEntry)
    .where(
      and(
        eq(ledgerEntry.programId, scope.programId),
        eq(ledgerEntry.eventType, eventType),
        eq(ledgerEntry.reference, reference),
      ),
    );
  return row;
}

/** How many entries a member has: their numbers have no gap. */
export async function countLedgerEntries(scope: TenantScope, db: Db | Tx, memberId: string): Promise<number> {
  const [row] = await db
    .select({ count: max(ledgerEntry.number) })
    .from(ledgerEntry)
    .where(and(eq(ledgerEntry.programId, scope.programId), eq(ledgerEntry.memberId, memberId)));
  return row?.count ?? 0;
}

/** A member's entries with numbers behind `from`, up to `to`, the latest first: as dear at any depth. */
export function listLedgerEntries(
  scope: TenantScope,
  db: Db | Tx,
  memberId: string,
  from: number,
  to: number,
): Promise<LedgerEntryRow[]> {
  return db
    .select()
    .from(ledgerEntry)
    .where(
      and(
        eq(ledgerEntry.programId, scope.programId),
        eq(ledgerEntry.memberId, memberId),
        gt(ledgerEntry.number, from),
        lte(ledgerEntry.number, to),
      ),
    )
    .orderBy(desc(ledgerEntry.number));
}

const LIST_COLUMNS: ListColumns = {
  ...listColumns(ledgerEntry),
  ownedById: listColumn(ledgerEntry.memberId),
};

/** Entries of the whole program, by the parameters of every list. */
export async function listLedger(scope: TenantScope, db: Db | Tx, query: ListQuery): Promise<Page<LedgerEntryRow>> {
  return fetchPage(
    LIST_COLUMNS,
    query,
    [eq(ledgerEntry.programId, scope.programId)],
    (stretch) =>
      db
        .select({ row: getTableColumns(ledgerEntry), keys: stretch.keys })
        .from(ledgerEntry)
        .where(stretch.where)
        .orderBy(...stretch.orderBy)
        .limit(stretch.limit)
        .offset(stretch.offset),
    (where) => db.$count(ledgerEntry, where),
  );
}
