import { listApiKeys } from "@/lib/services/api-keys/list-api-keys";
import type { ServiceContext } from "@/lib/services/context";

/** The keys in force, for those who may make them. */
export async function readApiKeys(context: ServiceContext) {
  return listApiKeys(context);
}
