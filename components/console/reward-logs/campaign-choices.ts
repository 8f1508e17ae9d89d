/** Campaigns and their milestones, as filters offer them. */
export interface CampaignChoices {
  parents: { id: string; name: string }[];
  milestones: { id: string; name: string; parentId: string }[];
}
