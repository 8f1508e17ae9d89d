import { insertChallenge } from "@/db/queries/challenges";
import { challengeCreate } from "@/lib/contracts/challenge";
import { recordReading } from "@/lib/services/icons/record-reading";
import { refuseUnknownIcons } from "@/lib/services/icons/refuse-unknown-icons";
import { newId } from "@/lib/services/ids";
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
    await refuseUnknownIcons(context.scope, tx, values);
    const row = await insertChallenge(context.scope, tx, {
      ...values,
      ...newTranslations(context, values.translations),
      id: newId(),
      createdAt: context.now,
      updatedAt: context.now,
    });
    const challenge = presentChallenge(row, await recordReading(context, tx, [row]));
    return { recordId: row.id, before: null, after: challenge, result: challenge };
  },
);
