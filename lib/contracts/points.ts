import { z } from "zod";
import { metadata, text, uuid } from "./fields";
import { fieldTypes } from "./list-fields";
import { MAX_METADATA_BYTES, memberCreate, memberUpdate } from "./member";
import { pageNumber } from "./parameters";
import { eventType } from "./reward-rule";

/**
 * An award of the points of a reward rule (DOMAIN 4). null is as if the field had not been sent: an award takes no
 * member's name away.
 */
export const pointsAward = z.strictObject({
  userId: memberCreate.shape.externalId,
  eventType,
  displayName: memberUpdate.shape.displayName,
  email: memberUpdate.shape.email,
  metadata: metadata(MAX_METADATA_BYTES).nullish(),
  reference: text(256).nullish(),
});

/** Pages of a member's history, the latest entry first. */
export const historyParameters = z.strictObject({
  page: pageNumber(1, 1_000_000, 1),
  limit: pageNumber(1, 1000, 20),
});

/** What the ledger of a program filters and sorts by; `number` counts the entries of one member. */
export const ledgerList = fieldTypes({
  id: "uuid",
  createdAt: "instant",
  ownedById: "uuid",
  eventType: "key",
  number: "integer",
});

/** Every field of an entry. */
export const ledgerFields = [...Object.keys(ledgerList), "points", "balanceAfter", "reference", "metadata"];

/** An award by a person, to a member by id: the points of a live reward rule, and why. */
export const handAward = z.strictObject({
  memberId: uuid,
  eventType,
  reason: text(500),
});
