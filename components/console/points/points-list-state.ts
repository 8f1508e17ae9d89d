import { createLoader, createParser, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { STATUSES } from "@/lib/domain/record";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

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
  member: createParser({ parse: (text) => (UUID.test(text) ? text.toLowerCase() : null), serialize: String }),
  event: parseAsString,
  after: parseAsString,
};

export const loadLedgerList = createLoader(ledgerListState);
export const ledgerListQuery = createSerializer(ledgerListState);
