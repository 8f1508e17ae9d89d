import { z } from "zod";
import { WINDOW_PERIODS } from "@/lib/domain/period";
import { AGGREGATION_METHODS, STATUSES } from "@/lib/domain/record";
import { activityIds } from "./activity-ids";
import {
  amount,
  iconId,
  instant,
  optionalText,
  SCHEDULE_ERROR,
  scheduleIsOrdered,
  status,
  text,
  timeZone,
} from "./fields";
import { fieldTypes } from "./list-fields";
import { TRANSLATION_FIELDS, translationsOf } from "./translations";

const texts = {
  eudTitle: optionalText(48).nullable(),
  eudDescription: optionalText(1024).nullable(),
  eudIcon: iconId.nullable(),
};

/** What has translations: texts, and the icon. */
export const CHALLENGE_TEXTS = ["eudTitle", "eudDescription", "eudIcon"] as const satisfies (keyof typeof texts)[];

const fields = {
  name: text(256),
  description: text(1024),
  status,
  aggregationMethod: z.enum(AGGREGATION_METHODS),
  aggregationPeriod: z.enum(WINDOW_PERIODS),
  completionTargetValue: amount("positive"),
  timeZone: timeZone.nullable(),
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  activityIds,
  ...texts,
  translations: translationsOf(texts),
};

/** A challenge as it is created (DOMAIN 2). Times become epoch milliseconds. */
export const challengeCreate = z
  .strictObject({
    ...fields,
    aggregationMethod: fields.aggregationMethod.default("sum"),
    aggregationPeriod: fields.aggregationPeriod.default("daily"),
    timeZone: fields.timeZone.default(null),
    startsAt: fields.startsAt.default(null),
    endsAt: fields.endsAt.default(null),
    activityIds: fields.activityIds.default([]),
    eudTitle: fields.eudTitle.default(null),
    eudDescription: fields.eudDescription.default(null),
    eudIcon: fields.eudIcon.default(null),
    translations: fields.translations.default({}),
  })
  .refine(scheduleIsOrdered, SCHEDULE_ERROR);

/** A change of a challenge: what is left out stays. */
export const challengeUpdate = z.strictObject(fields).partial();

/** Fields that may not change once the challenge has logs (DOMAIN 2). */
export const CHALLENGE_LOCKED_FIELDS = [
  "aggregationMethod",
  "aggregationPeriod",
  "completionTargetValue",
  "timeZone",
  "startsAt",
] as const;

/** What lists of challenges filter and sort by. */
export const challengeList = fieldTypes({
  id: "uuid",
  createdAt: "instant",
  updatedAt: "instant",
  name: "text",
  status: STATUSES,
  aggregationMethod: AGGREGATION_METHODS,
  aggregationPeriod: WINDOW_PERIODS,
  completionTargetValue: "amount",
  startsAt: "instant",
  endsAt: "instant",
  eudTitle: "text",
});

/** Every field of a challenge, as `fields` names them. */
export const challengeFields = [
  ...Object.keys(challengeList),
  "description",
  "timeZone",
  "activityIds",
  "eudDescription",
  "eudIcon",
  ...TRANSLATION_FIELDS,
];

/** What members filter, sort and choose by: nothing that is the marketer's. */
const { name: _name, ...memberTypes } = challengeList;
export const challengeMemberList = memberTypes;
export const challengeMemberFields = [
  ...Object.keys(challengeMemberList),
  "timeZone",
  "eudDescription",
  "eudIcon",
  "resolvedLanguages",
  "milestones",
];
