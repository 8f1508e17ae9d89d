import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { parseAsDay, parseAsId } from "@/components/console/lists/list-parsers";
import { AUDIT_SLUGS } from "@/lib/domain/audit";

/** What the address of the history says. Days are those of the program's zone, both included. */
export const auditListState = {
  kind: parseAsStringLiteral(AUDIT_SLUGS),
  record: parseAsId,
  person: parseAsId,
  from: parseAsDay,
  to: parseAsDay,
  after: parseAsString,
};

export const loadAuditList = createLoader(auditListState);
export const auditListQuery = createSerializer(auditListState);

/** Nothing filtered. */
export const WHOLE_HISTORY = { kind: null, record: null, person: null, from: null, to: null } as const;
