import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import type { ActionResult } from "./action-result";

/** What was thrown, as an answer with a code; what nobody threw on purpose is logged. */
export function refusal(error: unknown): ActionResult<never> {
  if (error instanceof AppError)
    return { ok: false, code: error.code, message: error.message, errors: error.params.errors ?? [] };
  logger().error({ error }, "a server action failed");
  return { ok: false, code: "internal", message: "internal", errors: [] };
}
