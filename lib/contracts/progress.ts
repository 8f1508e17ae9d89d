import { CHALLENGE_PROGRESS_STATUSES } from "@/lib/domain/challenge";
import { STREAK_PROGRESS_STATUSES } from "@/lib/domain/streak";
import { fieldTypes } from "./list-fields";

const shared = {
  id: "uuid",
  createdAt: "instant",
  updatedAt: "instant",
  ownedById: "uuid",
} as const;

/** What lists of streak progress filter and sort by; the status is derived at the moment of asking. */
export const streakProgressList = fieldTypes({
  ...shared,
  streakId: "uuid",
  currentProgressValue: "integer",
  streakProgressStatus: STREAK_PROGRESS_STATUSES,
  streakStartedAt: "instant",
  streakCompletedAt: "instant",
});

/** What lists of challenge progress filter and sort by. */
export const challengeProgressList = fieldTypes({
  ...shared,
  challengeId: "uuid",
  currentProgressValue: "amount",
  challengeProgressStatus: CHALLENGE_PROGRESS_STATUSES,
  challengeStartedAt: "instant",
  challengeCompletedAt: "instant",
});

/** Every field of a progress record, as `fields` names them. */
export const streakProgressFields = [
  ...Object.keys(streakProgressList),
  "streakBrokenAt",
  "uniqueIdentifier",
  "taskProgress",
];
export const challengeProgressFields = [
  ...Object.keys(challengeProgressList),
  "challengeFailedAt",
  "uniqueIdentifier",
  "taskProgress",
];
