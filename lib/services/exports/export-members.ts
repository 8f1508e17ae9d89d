import type { ServiceContext } from "@/lib/services/context";
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
 * The members of a filter as CSV, in pieces; `parameters` are `filters` and `sortBy` of the list.
 * @throws AppError `forbidden`; `invalid_request` that names the wrong parameter
 */
export async function exportMembers(context: ServiceContext, parameters: URLSearchParams) {
  return csvPages(
    parameters,
    FIELDS,
    (page) => listMembers(context, page),
    async (members) =>
      members.map((member) =>
        FIELDS.map((field) => {
          const value = member[field];
          return typeof value === "string" || typeof value === "number" ? value : null;
        }),
      ),
  );
}
