import { refuseTaken as refuse } from "@/lib/services/refuse-taken";

/** Runs a write of a reward rule; an event type that another rule has becomes AppError `conflict`. */
export function refuseTaken<T>(write: Promise<T>): Promise<T> {
  return refuse(write, "reward rule", { reward_rule_event_type: "eventType" });
}
