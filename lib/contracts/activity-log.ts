import { z } from "zod";
import type { ParentSlug } from "@/lib/domain/record";
import { activityId } from "./activity-ids";
import { amount, instant, metadata, text, uuid } from "./fields";
import { fieldTypes } from "./list-fields";
import { memberCreate } from "./member";

/** Most logs that one batch takes (DOMAIN 4). */
export const MAX_BATCH = 1000;

const fields = {
  ownedById: uuid.optional(),
  ownedBy: memberCreate.optional(),
  activityAt: instant,
  activityId,
  uniqueIdentifier: text(256),
  activityValue: amount("not_negative").nullable().default(null),
  metadata: metadata().nullable().default(null),
};

const exactlyOneMember = (log: { ownedById?: string | undefined; ownedBy?: object | undefined }) =>
  (log.ownedById === undefined) !== (log.ownedBy === undefined);
const MEMBER_ERROR = { error: "give exactly one of ownedById and ownedBy", path: ["ownedById"] };

/** One activity for a streak. `activityValue` is required when the streak sums, which the service knows. */
const streakLogCreate = z.strictObject({ streakId: uuid, ...fields }).refine(exactlyOneMember, MEMBER_ERROR);

/** One activity for a challenge. */
const challengeLogCreate = z.strictObject({ challengeId: uuid, ...fields }).refine(exactlyOneMember, MEMBER_ERROR);

/** One activity, whatever its parent. */
export type ActivityCreate = Omit<z.output<typeof streakLogCreate>, "streakId"> & {
  slug: ParentSlug;
  parentId: string;
};

/** Reads a log of either kind, with the field that names its parent told apart. */
export const activityCreate = {
  streak: streakLogCreate.transform(
    ({ streakId, ...log }): ActivityCreate => ({ ...log, slug: "streak", parentId: streakId }),
  ),
  challenge: challengeLogCreate.transform(
    ({ challengeId, ...log }): ActivityCreate => ({ ...log, slug: "challenge", parentId: challengeId }),
  ),
};

const listFields = {
  id: "uuid",
  createdAt: "instant",
  updatedAt: "instant",
  ownedById: "uuid",
  activityAt: "instant",
  activityId: "key",
  uniqueIdentifier: "key",
  periodKey: "key",
  receivedAt: "instant",
} as const;

/** What lists of logs filter and sort by. */
export const streakLogList = fieldTypes({ ...listFields, streakId: "uuid" });
export const challengeLogList = fieldTypes({ ...listFields, challengeId: "uuid" });

/** Every field of a log, as `fields` names them. */
export const streakLogFields = [...Object.keys(streakLogList), "activityValue", "metadata"];
export const challengeLogFields = [...Object.keys(challengeLogList), "activityValue", "metadata"];
