import { countLedgerEntries, type LedgerEntryRow, listLedgerEntries } from "@/db/queries/ledger-entries";
import { historyParameters } from "@/lib/contracts/points";
import type { ServiceContext } from "@/lib/services/context";
import { parseParameters } from "@/lib/services/parse-parameters";
import { iso } from "@/lib/services/wire";
import { findUser } from "./find-user";

/**
 * Reads a page of a member's entries, the latest first; pages count from 1 (DOMAIN 4).
 * @throws AppError `forbidden`, `not_found`; `invalid_request` that names the wrong parameter
 */
export async function getHistory(context: ServiceContext, userId: string, parameters: URLSearchParams) {
  const { id } = await findUser(context, userId);
  const { page, limit } = parseParameters(historyParameters, parameters);
  const total = await countLedgerEntries(context.scope, context.db, id);
  const to = total - (page - 1) * limit;
  const rows = to > 0 ? await listLedgerEntries(context.scope, context.db, id, to - limit, to) : [];
  return { data: rows.map(presentEntry), meta: { page, limit, total, totalPages: Math.ceil(total / limit) } };
}

function presentEntry(row: LedgerEntryRow) {
  return {
    ledgerId: row.id,
    eventType: row.eventType,
    points: row.points,
    balanceAfter: row.balanceAfter,
    reference: row.reference,
    metadata: row.metadata,
    createdAt: iso(row.createdAt),
  };
}
