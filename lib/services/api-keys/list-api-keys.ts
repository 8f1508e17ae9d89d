import { listApiKeys as fetchKeys } from "@/db/queries/api-keys";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { presentApiKey } from "./present-api-key";

const MOST_KEYS = 200;

/**
 * Lists the keys in force, the newest first.
 * @throws AppError `forbidden`
 */
export async function listApiKeys(context: ServiceContext) {
  authorize(context, "keys:write");
  return (await fetchKeys(context.scope, context.db, MOST_KEYS)).map(presentApiKey);
}
