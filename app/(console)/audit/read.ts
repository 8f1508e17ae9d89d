import { loadAuditList } from "@/components/console/audit/audit-list-state";
import type { AuditChoices, AuditRow } from "@/components/console/audit/audit-rows";
import { recordPlace } from "@/components/console/audit/record-place";
import type { ListPage } from "@/lib/client/list-page";
import { auditTitle } from "@/lib/domain/audit";
import { dayEnd, dayStart } from "@/lib/domain/days";
import { listAuditActors } from "@/lib/services/audit/list-actors";
import { type AuditEntry, listAudit, readableSlugs } from "@/lib/services/audit/list-audit";
import type { ServiceContext } from "@/lib/services/context";

const PAGE_SIZE = 25;

/** The history as its address names it, the latest change first. */
export async function readAudit(context: ServiceContext, query: URLSearchParams): Promise<ListPage<AuditRow>> {
  const { kind, record, person, from, to, after } = loadAuditList(query);
  const timeZone = context.program.timeZone ?? "UTC";
  const { data, nextCursor } = await listAudit(context, {
    slug: kind,
    recordId: record,
    actorId: person,
    from: from && dayStart(from, timeZone),
    until: to && dayEnd(to, timeZone),
    startingAfter: after,
    limit: PAGE_SIZE,
  });
  return { rows: data.map(rowOf), nextCursor };
}

function rowOf({ before, after, requestId: _, ...entry }: AuditEntry): AuditRow {
  const record = after ?? before;
  return {
    ...entry,
    title: auditTitle(record),
    href: entry.action === "delete" ? null : recordPlace(entry.slug, entry.recordId, record),
  };
}

/** What the history can be filtered by. */
export async function readAuditChoices(context: ServiceContext): Promise<AuditChoices> {
  return { actors: await listAuditActors(context), kinds: [...readableSlugs(context)] };
}
