import type { AuditedRecord, AuditSlug } from "@/lib/domain/audit";

/** Where the console shows a record of the history; null for one without a place. */
export function recordPlace(slug: AuditSlug, id: string, record: AuditedRecord | null): string | null {
  switch (slug) {
    case "streak":
    case "challenge":
      return `/${slug}s/${id}`;
    case "milestone":
      return parentPlace(record, id);
    case "member":
      return `/members/${id}`;
    case "reward_log":
      return `/reward-logs?reward=${id}`;
    case "reward_rule":
      return "/points";
    case "program":
    case "api_key":
    case "widget_secret":
      return "/settings";
    case "person":
    case "invite":
      return "/settings/team";
    default:
      return null;
  }
}

function parentPlace(record: AuditedRecord | null, id: string): string | null {
  const { linkedSchemaSlug: slug, linkedSchemaRecordId: parentId } = record ?? {};
  return typeof slug === "string" && typeof parentId === "string" ? `/${slug}s/${parentId}#milestone-${id}` : null;
}
