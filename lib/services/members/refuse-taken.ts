import { refuseTaken as refuse } from "@/lib/services/refuse-taken";

const UNIQUE = { member_external_id: "externalId", member_wallet: "walletAddress" };

/** Runs a write of a member; a value that another member has becomes AppError `conflict` that points at the field. */
export function refuseTaken<T>(write: Promise<T>): Promise<T> {
  return refuse(write, "member", UNIQUE);
}
