import { insertKey } from "@/db/queries/api-keys";
import { apiKeyCreate } from "@/lib/contracts/api-key";
import { authorize } from "@/lib/services/authorize";
import { newId } from "@/lib/services/ids";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { presentApiKey } from "./present-api-key";
import { newApiSecret, storedSecret } from "./secret";

/**
 * Makes a key of the program. Its secret is in this answer and nowhere else: only the hash is kept.
 * @throws AppError `forbidden`, also for scopes that the maker does not hold; `invalid_request`
 */
export const createApiKey = mutation(
  { scope: "keys:write", slug: "api_key", action: "create" },
  async (context, tx, input: unknown) => {
    const { name, scopes } = parse(apiKeyCreate, input);
    for (const scope of scopes) authorize(context, scope);
    const secret = newApiSecret(context.program.mode);
    const row = await insertKey(context.scope, tx, {
      id: newId(),
      name,
      scopes,
      ...storedSecret(secret),
      createdAt: context.now,
      updatedAt: context.now,
    });
    const key = presentApiKey(row);
    return { recordId: row.id, before: null, after: key, result: { ...key, secret } };
  },
);
