import type { Db } from "@/db/client";
import { ping } from "@/db/queries/health";
import { AppError } from "@/lib/errors";

/**
 * Whether the server can do its work now: its database answers.
 * @throws AppError `not_ready`
 */
export async function checkReadiness(db: Db): Promise<{ status: "ready" }> {
  try {
    await ping(db);
  } catch {
    throw new AppError("not_ready", { detail: "The database does not answer." });
  }
  return { status: "ready" };
}
