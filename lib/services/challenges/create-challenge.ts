import { insertChallenge } from "@/db/queries/challenges";
import { challengeCreate } from "@/lib/contracts/challenge";
import { newId } from "@/lib/services/ids";
import { readingIn } from "@/lib/services/localization/localize";
import { newTranslations } from "@/lib/services/localization/write-translations";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { presentChallenge } from "./present-challenge";

/**
 * Creates a challenge (DOMAIN 2).
 * @throws AppError `forbidden`; `invalid_request` that points at each wrong field
 */
export const createChallenge = mutation(
  { scope: "campaigns:write", slug: "challenge", action: "create" },
  async (context, tx, input: unknown) => {
    const values = parse(challengeCreate, input);
    const row = await insertChallenge(context.scope, tx, {
      ...values,
      ...newTranslations(context, values.translations),
      id: newId(),
      createdAt: context.now,
      updatedAt: context.now,
    });
    const challenge = presentChallenge(row, readingIn(context.program));
    return { recordId: row.id, before: null, after: challenge, result: challenge };
  },
);
