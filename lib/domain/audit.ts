/** The kinds of records whose changes the audit trail keeps. */
export const AUDIT_SLUGS = [
  "streak",
  "challenge",
  "milestone",
  "icon",
  "reward_log",
  "member",
  "user_group",
  "reward_rule",
  "program",
  "api_key",
  "widget_secret",
  "person",
  "invite",
] as const;
export type AuditSlug = (typeof AUDIT_SLUGS)[number];

/** What can be done to a record. */
export type AuditAction = "create" | "update" | "delete";

/** A record as an audit entry keeps it: as its readers saw it. */
export type AuditedRecord = Readonly<Record<string, unknown>>;

/** One value that a change set, cleared or replaced; `path` names it, from the field inwards. */
export interface FieldChange {
  path: string[];
  before: unknown;
  after: unknown;
}

/** What every change touches, or what no person chose: of no interest beside the rest. */
const OWN: ReadonlySet<string> = new Set(["id", "createdAt", "createdById", "updatedAt", "translationStates"]);
/** Objects that are one value. */
const WHOLE: ReadonlySet<string> = new Set(["eudIcon"]);

/**
 * What differs between a record before and after a change, value by value: objects are looked into, lists are one
 * value. Of a record that came or went it is all that was set.
 */
export function fieldChanges(before: AuditedRecord | null, after: AuditedRecord | null): FieldChange[] {
  const names = [...new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})])];
  return names
    .filter((name) => !OWN.has(name))
    .flatMap((name) => differing([name], before?.[name] ?? null, after?.[name] ?? null));
}

function differing(path: string[], before: unknown, after: unknown): FieldChange[] {
  const whole = WHOLE.has(path.at(-1) ?? "");
  if (whole || (!isRecord(before) && !isRecord(after)))
    return JSON.stringify(before) === JSON.stringify(after) || (isNothing(before) && isNothing(after))
      ? []
      : [{ path, before, after }];
  const [old, current] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
  const inner = [...new Set([...Object.keys(current), ...Object.keys(old)])].flatMap((name) =>
    differing([...path, name], old[name] ?? null, current[name] ?? null),
  );
  // A value that became an object, or was one, is a change of its own.
  const plain = isRecord(before) ? after : before;
  return (isRecord(before) && isRecord(after)) || isNothing(plain) ? inner : [{ path, before, after }];
}

function isRecord(value: unknown): value is AuditedRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNothing(value: unknown): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** By which of its fields people know a record. */
const TITLES = ["name", "displayName", "externalId", "eventType", "note"];

/** What a record is called in the trail, or null for one that has no name. */
export function auditTitle(record: AuditedRecord | null): string | null {
  const titles = TITLES.map((field) => record?.[field]);
  return titles.find((title): title is string => typeof title === "string" && title !== "") ?? null;
}
