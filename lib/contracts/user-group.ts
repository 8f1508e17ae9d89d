import { z } from "zod";
import { text, uuid } from "./fields";
import { fieldTypes } from "./list-fields";
import { memberCreate } from "./member";

/** Most members that one request names; larger groups are filled by several. */
const MAX_GROUP_MEMBERS = 1000;

const members = <Item extends z.ZodType>(item: Item) =>
  z.array(item).max(MAX_GROUP_MEMBERS, { error: `must be at most ${MAX_GROUP_MEMBERS} members at once` });

const fields = {
  name: text(256),
  externalId: text(256).nullable(),
  memberIds: members(uuid),
};

/** A group of members as it is created (DOMAIN 2). */
export const userGroupCreate = z.strictObject({
  ...fields,
  externalId: fields.externalId.default(null),
  memberIds: fields.memberIds.default([]),
});

/** A change of a group: what is left out stays; `memberIds` says who is in it from now on, and nobody else is. */
export const userGroupUpdate = z.strictObject(fields).partial();

/** Members by their ids, by the customer's own ids, or some by each: one at least. */
export const groupMembers = z
  .strictObject({
    memberIds: fields.memberIds.default([]),
    externalIds: members(memberCreate.shape.externalId).default([]),
  })
  .refine(({ memberIds, externalIds }) => memberIds.length + externalIds.length > 0, {
    error: "name at least one member, by memberIds or externalIds",
    path: ["memberIds"],
  });

/** What lists of groups filter and sort by. */
export const userGroupList = fieldTypes({
  id: "uuid",
  createdAt: "instant",
  updatedAt: "instant",
  name: "text",
  externalId: "text",
});

/** Every field of a group, as `fields` names them. Its members are a list of their own. */
export const userGroupFields = Object.keys(userGroupList);
