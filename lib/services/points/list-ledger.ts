import { listLedger as fetchLedger } from "@/db/queries/ledger-entries";
import { ledgerFields, ledgerList } from "@/lib/contracts/points";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { type ListAnswer, listRecords } from "@/lib/services/list-records";
import { iso } from "@/lib/services/wire";

/**
 * Lists the entries of the whole program, by the parameters of every list (DOMAIN 4). Of one member they are to be
 * sorted by `number`, which is the order of the balances.
 * @throws AppError `forbidden`; `invalid_request` that names the wrong parameter
 */
export async function listLedger(context: ServiceContext, parameters: URLSearchParams): Promise<ListAnswer> {
  authorize(context, "points:read");
  return listRecords(
    context,
    parameters,
    { slug: "ledger_entry", types: ledgerList, fields: ledgerFields },
    (query) => fetchLedger(context.scope, context.db, query),
    (rows) =>
      rows.map((row) => ({
        id: row.id,
        createdAt: iso(row.createdAt),
        ownedById: row.memberId,
        number: row.number,
        eventType: row.eventType,
        points: row.points,
        balanceAfter: row.balanceAfter,
        reference: row.reference,
        metadata: row.metadata,
      })),
  );
}
