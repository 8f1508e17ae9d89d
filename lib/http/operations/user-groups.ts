import { MAX_BODY, type Operation } from "@/lib/http/operations/operation";
import { addGroupMembers, removeGroupMembers } from "@/lib/services/user-groups/change-group-members";
import { createUserGroup } from "@/lib/services/user-groups/create-user-group";
import { deleteUserGroup } from "@/lib/services/user-groups/delete-user-group";
import { getUserGroup } from "@/lib/services/user-groups/get-user-group";
import { listGroupMembers } from "@/lib/services/user-groups/list-group-members";
import { listUserGroups } from "@/lib/services/user-groups/list-user-groups";
import { updateUserGroup } from "@/lib/services/user-groups/update-user-group";
import { recordOperations } from "./records";

const MEMBERS = "/schema/user_group/record/{id}/members";

/** Groups of members, and who is in them. */
export const userGroupOperations: Operation[] = [
  ...recordOperations("user_group", {
    create: createUserGroup,
    get: getUserGroup,
    list: listUserGroups,
    update: updateUserGroup,
    delete: deleteUserGroup,
  }),
  {
    method: "GET",
    path: MEMBERS,
    access: "program",
    maxBytes: null,
    parameters: null,
    run: async (context, { params, query }) => ({
      status: 200,
      body: await listGroupMembers(context, params["id"] ?? "", query),
    }),
  },
  {
    method: "POST",
    path: MEMBERS,
    access: "program",
    maxBytes: MAX_BODY,
    parameters: [],
    run: async (context, { params, body }) => ({
      status: 200,
      body: { data: await addGroupMembers(context, { id: params["id"] ?? "", members: body }) },
    }),
  },
  {
    method: "DELETE",
    path: MEMBERS,
    access: "program",
    maxBytes: MAX_BODY,
    parameters: [],
    run: async (context, { params, body }) => ({
      status: 200,
      body: { data: await removeGroupMembers(context, { id: params["id"] ?? "", members: body }) },
    }),
  },
];
