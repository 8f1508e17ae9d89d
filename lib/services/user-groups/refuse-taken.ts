import { refuseTaken as refuse } from "@/lib/services/refuse-taken";

/** Runs a write of a group; an external id that another group has becomes AppError `conflict`. */
export function refuseTaken<T>(write: Promise<T>): Promise<T> {
  return refuse(write, "group", { user_group_external_id: "externalId" });
}
