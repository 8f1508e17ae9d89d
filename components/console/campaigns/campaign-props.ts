import type { ConsoleAction } from "@/lib/client/use-action";
import type { ParentSlug } from "@/lib/domain/record";
import type { CampaignChange } from "./campaign-edit";
import type { CampaignRecord } from "./campaign-record";
import type { IconValue } from "./campaign-values";
import type { ChangeStatus } from "./status-dialog";

/** What the page of a campaign can do. */
interface CampaignActions {
  save: ConsoleAction<CampaignChange, CampaignRecord>;
  changeStatus: ChangeStatus;
  duplicate: ConsoleAction<{ slug: ParentSlug; id: string; name: string }, { id: string }>;
  remove: ConsoleAction<{ slug: ParentSlug; id: string }, void>;
  uploadIcon: ConsoleAction<FormData, IconValue>;
}

export interface CampaignEditorProps {
  slug: ParentSlug;
  /** Null for a new one. */
  id: string | null;
  /** The program's languages, the default one among them. */
  languages: string[];
  maxIconBytes: number;
  actions: CampaignActions;
}

export interface CampaignFormProps extends CampaignEditorProps {
  /** As it is saved; null for a new one. */
  saved: CampaignRecord | null;
}
