import { z } from "zod";
import { MAX_POINTS } from "@/lib/domain/points";
import { PARENT_SLUGS, STATUSES } from "@/lib/domain/record";
import { DEFAULT_REWARD_INSTRUCTION, unknownVariables } from "@/lib/domain/template";
import { amount, iconId, optionalText, status, text, uuid } from "./fields";
import { fieldTypes } from "./list-fields";
import { TRANSLATION_FIELDS, translationsOf } from "./translations";

/** A text with variables: a name that is no variable is refused, with the nearest one that is (DOMAIN 5). */
const template = (max: number) =>
  optionalText(max).superRefine((value, context) => {
    for (const { name, nearest } of unknownVariables(value))
      context.addIssue({
        code: "custom",
        message: `has no variable {{${name}}}: did you mean {{${nearest}}}?`,
        params: { rule: "unknownVariable", name, nearest },
      });
  });

const texts = {
  eudTitle: optionalText(48).nullable(),
  eudDescription: optionalText(1024).nullable(),
  eudIcon: iconId.nullable(),
  eudMilestoneRewardTitle: optionalText(48).nullable(),
  eudMilestoneRewardInstructionMessage: template(1024).nullable(),
};

/** What has translations: texts, and the icon. */
export const MILESTONE_TEXTS = [
  "eudTitle",
  "eudDescription",
  "eudIcon",
  "eudMilestoneRewardTitle",
  "eudMilestoneRewardInstructionMessage",
] as const satisfies (keyof typeof texts)[];

const fields = {
  name: text(256),
  description: text(1024),
  milestoneTargetValue: amount("positive"),
  status,
  points: z.int().min(0).max(MAX_POINTS),
  repeatable: z.boolean(),
  ...texts,
  translations: translationsOf(texts),
};

/** The streak or challenge that a milestone belongs to. */
const parent = { linkedSchemaSlug: z.enum(PARENT_SLUGS), linkedSchemaRecordId: uuid };
export const PARENT_FIELDS = ["linkedSchemaSlug", "linkedSchemaRecordId"] as const satisfies (keyof typeof parent)[];

/** A milestone as it is created, on a streak or a challenge of the same program (DOMAIN 2). */
export const milestoneCreate = z.strictObject({
  ...fields,
  ...parent,
  points: fields.points.default(0),
  repeatable: fields.repeatable.default(true),
  eudTitle: fields.eudTitle.default(null),
  eudDescription: fields.eudDescription.default(null),
  eudIcon: fields.eudIcon.default(null),
  eudMilestoneRewardTitle: fields.eudMilestoneRewardTitle.default(null),
  eudMilestoneRewardInstructionMessage: fields.eudMilestoneRewardInstructionMessage.default(DEFAULT_REWARD_INSTRUCTION),
  translations: fields.translations.default({}),
});

/** A change of a milestone; its parent may be named, and stays. */
export const milestoneUpdate = z.strictObject({ ...fields, ...parent }).partial();

/** What lists of milestones filter and sort by. */
export const milestoneList = fieldTypes({
  id: "uuid",
  createdAt: "instant",
  updatedAt: "instant",
  linkedSchemaSlug: PARENT_SLUGS,
  linkedSchemaRecordId: "uuid",
  name: "text",
  milestoneTargetValue: "amount",
  status: STATUSES,
  points: "integer",
  repeatable: "boolean",
  eudTitle: "text",
});

/** Every field of a milestone, as `fields` names them. */
export const milestoneFields = [
  ...Object.keys(milestoneList),
  "description",
  "eudDescription",
  "eudIcon",
  "eudMilestoneRewardTitle",
  "eudMilestoneRewardInstructionMessage",
  ...TRANSLATION_FIELDS,
];
