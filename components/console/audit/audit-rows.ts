import type { AuditAction, AuditSlug, FieldChange } from "@/lib/domain/audit";

/** Who made a change. */
export interface AuditActorView {
  kind: string;
  id: string | null;
  name: string | null;
  detail: string | null;
}

/** A change as a row of the history shows it. */
export interface AuditRow {
  id: string;
  createdAt: string;
  actor: AuditActorView;
  action: AuditAction;
  slug: AuditSlug;
  recordId: string;
  /** What the record is called; null for one that has no name. */
  title: string | null;
  /** Where it is shown; null for one that is nowhere, or no longer. */
  href: string | null;
  changes: FieldChange[];
}

/** What the history can be filtered by: who is in it, and the kinds that the reader may see. */
export interface AuditChoices {
  actors: AuditActorView[];
  kinds: AuditSlug[];
}
