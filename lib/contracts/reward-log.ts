import { z } from "zod";
import { PARENT_SLUGS } from "@/lib/domain/record";
import { REWARD_STATES } from "@/lib/domain/reward-state";
import { instant, text } from "./fields";
import { fieldTypes } from "./list-fields";

/** Exactly the four fields that a person or a key may set on a reward log (DOMAIN 2). */
export const rewardLogUpdate = z
  .strictObject({
    couponCode: text(256).nullable(),
    rewardIssuedAt: instant.nullable(),
    rewardExpiryAt: instant.nullable(),
    rewardRedeemedAt: instant.nullable(),
  })
  .partial();

/** What lists of reward logs filter and sort by; `state` is derived at the moment of asking. */
export const rewardLogList = fieldTypes({
  id: "uuid",
  createdAt: "instant",
  updatedAt: "instant",
  linkedSchemaSlug: PARENT_SLUGS,
  linkedSchemaRecordId: "uuid",
  milestoneId: "uuid",
  ownedById: "uuid",
  periodKey: "key",
  uniqueIdentifier: "key",
  couponCode: "text",
  rewardIssuedAt: "instant",
  rewardExpiryAt: "instant",
  rewardRedeemedAt: "instant",
  state: REWARD_STATES,
});

/** Every field of a reward log, as `fields` names them. */
export const rewardLogFields = [...Object.keys(rewardLogList), "milestone"];
