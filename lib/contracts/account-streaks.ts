import { z } from "zod";
import { uuid } from "./fields";
import { walletAddress } from "./member";
import { pageNumber } from "./parameters";

const MAX_RULES = 100;

/** The query parameters of `GET /api/loyalty/account_streaks` (DOMAIN 4). */
export const accountStreaksParameters = z.strictObject({
  loyaltyRuleId: z
    .array(uuid, { error: "is required: the id of a streak" })
    .max(MAX_RULES, { error: `can be given at most ${MAX_RULES} times` }),
  websiteId: uuid.optional(),
  organizationId: uuid.optional(),
  userGroupId: uuid.optional(),
  userId: uuid.optional(),
  walletAddress: walletAddress.transform((address) => address.toLowerCase()).optional(),
  startingAfter: z.string().min(1, { error: "must not be empty" }).optional(),
  limit: pageNumber(1, 1000, 10),
});

/** The parameters that may be given more than once. */
export const REPEATABLE_PARAMETERS = ["loyaltyRuleId"];
