import type { ServiceContext } from "@/lib/services/context";
import type { ListAnswer } from "@/lib/services/list-records";
import { listMembers } from "@/lib/services/members/list-members";
import { csvPages } from "./csv-pages";

const FIELDS = [
  "id",
  "createdAt",
  "externalId",
  "firstName",
  "lastName",
  "displayName",
  "email",
  "phoneNumber",
  "walletAddress",
  "status",
  "timeZone",
  "languageCode",
  "pointsBalance",
];

/**
 * The members of a filter as CSV, in pieces; `parameters` are `filters` of the list, which is that of all members
 * unless it is given, and `order`, as of `csvPages`.
 * @throws AppError `forbidden`; `invalid_request` that names the wrong parameter
 */
export async function exportMembers(
  context: ServiceContext,
  parameters: URLSearchParams,
  list: (page: URLSearchParams) => Promise<ListAnswer> = (page) => listMembers(context, page),
) {
  return csvPages(parameters, FIELDS, list, async (members) =>
    members.map((member) =>
      FIELDS.map((field) => {
        const value = member[field];
        return typeof value === "string" || typeof value === "number" ? value : null;
      }),
    ),
  );
}
