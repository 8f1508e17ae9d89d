import { z } from "zod";
import { AGGREGATION_PERIODS } from "@/lib/domain/period";
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

/** What PostgreSQL's integer holds: DOMAIN sets no bound, and nothing counts up to it. */
const MAX_RUN_LENGTH = 2_147_483_647;

const texts = {
  eudTitle: optionalText(48).nullable(),
  eudDescription: optionalText(1024).nullable(),
  eudIcon: iconId.nullable(),
};

/** What has translations: texts, and the icon. */
export const STREAK_TEXTS = ["eudTitle", "eudDescription", "eudIcon"] as const satisfies (keyof typeof texts)[];

const fields = {
  name: text(256),
  description: text(1024),
  status,
  aggregationMethod: z.enum(AGGREGATION_METHODS),
  aggregationPeriod: z.enum(AGGREGATION_PERIODS),
  aggregationTargetValue: amount("positive"),
  completionTargetValue: z.int().min(1).max(MAX_RUN_LENGTH),
  timeZone: timeZone.nullable(),
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  activityIds,
  ...texts,
  translations: translationsOf(texts),
};

/** A streak as it is created: every field of DOMAIN 2, with its defaults. Times become epoch milliseconds. */
export const streakCreate = z
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

/** A change of a streak: what is left out stays. Which fields are locked is the service's to say. */
export const streakUpdate = z.strictObject(fields).partial();

/** Fields that may not change once the streak has logs (DOMAIN 2). */
export const STREAK_LOCKED_FIELDS = [
  "aggregationMethod",
  "aggregationPeriod",
  "aggregationTargetValue",
  "completionTargetValue",
  "timeZone",
  "startsAt",
] as const;

/** What lists of streaks filter and sort by. */
export const streakList = fieldTypes({
  id: "uuid",
  createdAt: "instant",
  updatedAt: "instant",
  name: "text",
  status: STATUSES,
  aggregationMethod: AGGREGATION_METHODS,
  aggregationPeriod: AGGREGATION_PERIODS,
  aggregationTargetValue: "amount",
  completionTargetValue: "integer",
  startsAt: "instant",
  endsAt: "instant",
  eudTitle: "text",
});

/** Every field of a streak, as `fields` names them. */
export const streakFields = [
  ...Object.keys(streakList),
  "description",
  "timeZone",
  "activityIds",
  "eudDescription",
  "eudIcon",
  ...TRANSLATION_FIELDS,
];

/** What members filter, sort and choose by: nothing that is the marketer's. */
const { name: _name, ...memberTypes } = streakList;
export const streakMemberList = memberTypes;
export const streakMemberFields = [
  ...Object.keys(streakMemberList),
  "timeZone",
  "eudDescription",
  "eudIcon",
  "resolvedLanguages",
  "milestones",
];
