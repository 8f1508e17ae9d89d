import { notFound } from "next/navigation";
import { z } from "zod";
import type { ParentSlug } from "@/lib/domain/record";
import { AppError } from "@/lib/errors";
import { getChallengeProgress } from "@/lib/services/challenge-progress/get-challenge-progress";
import type { ServiceContext } from "@/lib/services/context";
import { getStreakProgress } from "@/lib/services/streak-progress/get-streak-progress";

/** Leads to the page that says there is none, unless the member has this run or window, or had it before it was merged. */
export async function progressOrNotFound(context: ServiceContext, kind: ParentSlug, member: string, id: string) {
  if (!z.uuid().safeParse(id).success) notFound();
  try {
    const progress = await (kind === "streak" ? getStreakProgress : getChallengeProgress)(context, id);
    if (progress?.ownedById !== member) notFound();
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    if (!(error instanceof AppError && error.code === "merged")) throw error;
  }
}
