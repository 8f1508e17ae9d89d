import { notFound } from "next/navigation";
import { Prefetched } from "@/app/data/prefetched";
import { CampaignEditor } from "@/components/console/campaigns/campaign-editor";
import { campaignQuery } from "@/components/console/campaigns/campaign-record";
import { Allowed } from "@/components/console/roles/allowed";
import { consoleContext } from "@/lib/auth/session";
import type { ParentSlug } from "@/lib/domain/record";
import { AppError } from "@/lib/errors";
import { ICON_POLICY } from "@/lib/icons/policy";
import {
  changeStatusAction,
  deleteCampaignAction,
  duplicateCampaignAction,
  saveCampaignAction,
  uploadIconAction,
} from "./actions";
import { readCampaign } from "./read";

const ACTIONS = {
  save: saveCampaignAction,
  changeStatus: changeStatusAction,
  duplicate: duplicateCampaignAction,
  remove: deleteCampaignAction,
  uploadIcon: uploadIconAction,
};

/** The page of one streak or challenge; `id` null makes a new one. */
export async function CampaignPage({ slug, id }: { slug: ParentSlug; id: string | null }) {
  const context = await consoleContext();
  const query = id === null ? "" : campaignQuery(slug, id);
  if (id !== null) await readCampaign(context, new URLSearchParams(query)).catch(leaveIfAbsent);
  return (
    <Prefetched context={context} reads={id === null ? [] : [{ noun: "campaign", query }]}>
      <Allowed scope={id === null ? "campaigns:write" : "campaigns:read"}>
        <CampaignEditor
          slug={slug}
          id={id}
          languages={[...context.program.languages]}
          maxIconBytes={ICON_POLICY.maxBytes}
          actions={ACTIONS}
        />
      </Allowed>
    </Prefetched>
  );
}

function leaveIfAbsent(error: unknown): void {
  if (error instanceof AppError && error.code === "not_found") notFound();
}
