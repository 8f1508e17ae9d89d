import { PARENT_SLUGS, type ParentSlug } from "@/lib/domain/record";
import { AppError } from "@/lib/errors";
import { getCampaign } from "@/lib/services/campaigns/get-campaign";
import { previewStatusChange } from "@/lib/services/campaigns/preview-status-change";
import type { ServiceContext } from "@/lib/services/context";

/** The campaign that `slug` and `id` name, with its ladder. */
export async function readCampaign(context: ServiceContext, query: URLSearchParams) {
  return getCampaign(context, ...namedCampaign(query));
}

/** What going live or pausing would meet. */
export async function readStatusOutlook(context: ServiceContext, query: URLSearchParams) {
  return previewStatusChange(context, ...namedCampaign(query));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The campaign that a query names. @throws AppError `not_found` for what can be none */
export function namedCampaign(query: URLSearchParams): [ParentSlug, string] {
  const slug = PARENT_SLUGS.find((known) => known === query.get("slug"));
  const id = query.get("id") ?? "";
  if (!slug || !UUID.test(id)) throw new AppError("not_found");
  return [slug, id];
}
