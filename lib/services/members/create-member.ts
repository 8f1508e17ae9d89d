import { insertMember } from "@/db/queries/members";
import { memberCreate } from "@/lib/contracts/member";
import { newId } from "@/lib/services/ids";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { presentMember } from "./present-member";
import { refuseTaken } from "./refuse-taken";

/**
 * Creates a member (DOMAIN 2).
 * @throws AppError `forbidden`, `invalid_request`; `conflict` when the externalId or wallet is another member's
 */
export const createMember = mutation(
  { scope: "members:write", slug: "member", action: "create" },
  async (context, tx, input: unknown) => {
    const values = parse(memberCreate, input);
    const row = await refuseTaken(
      insertMember(context.scope, tx, {
        ...values,
        id: newId(),
        pointsBalance: 0,
        createdAt: context.now,
        updatedAt: context.now,
      }),
    );
    const member = presentMember(row);
    return { recordId: row.id, before: null, after: member, result: member };
  },
);
