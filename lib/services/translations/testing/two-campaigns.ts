import { createChallenge } from "@/lib/services/challenges/create-challenge";
import type { ServiceContext } from "@/lib/services/context";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { newStreaks } from "./text-files";

/** A streak, a younger challenge, and a milestone of each. */
export async function twoCampaigns(context: ServiceContext) {
  const [streak = ""] = await newStreaks(context, 1);
  const { id: challenge } = await createChallenge(context, {
    name: "Ten",
    description: "D",
    status: "live",
    completionTargetValue: 10,
    startsAt: "2026-01-01T00:00:00Z",
    endsAt: "2027-01-01T00:00:00Z",
    eudTitle: "One",
  });
  const milestone = async (linkedSchemaSlug: string, linkedSchemaRecordId: string) => {
    const values = { name: "One", description: "D", status: "live", milestoneTargetValue: 1, eudTitle: "One" };
    return (await createMilestone(context, { ...values, linkedSchemaSlug, linkedSchemaRecordId })).id;
  };
  const ofStreak = await milestone("streak", streak);
  const ofChallenge = await milestone("challenge", challenge);
  return { context, streak, challenge, ofStreak, ofChallenge };
}
