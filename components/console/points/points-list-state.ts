import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { parseAsId } from "@/components/console/lists/list-parsers";
import { STATUSES } from "@/lib/domain/record";

/** What the address of the list of rules says. */
export const ruleListState = {
  status: parseAsStringLiteral(STATUSES),
  q: parseAsString.withDefault(""),
  after: parseAsString,
};

export const loadRuleList = createLoader(ruleListState);
export const ruleListQuery = createSerializer(ruleListState);

/** What the address of the ledger says. */
export const ledgerListState = {
  member: parseAsId,
  event: parseAsString,
  after: parseAsString,
};

export const loadLedgerList = createLoader(ledgerListState);
export const ledgerListQuery = createSerializer(ledgerListState);
