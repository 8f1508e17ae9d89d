import { consoleContext } from "@/lib/auth/session";
import { AppError, type ErrorCode, type FieldError } from "@/lib/errors";
import { logger } from "@/lib/logger";

type ConsoleContext = Awaited<ReturnType<typeof consoleContext>>;

export type ActionResult<Value> = { ok: true; value: Value } | { ok: false; code: ErrorCode; errors: FieldError[] };

/**
 * The pipeline of server actions: tell the caller, run, and turn whatever was thrown into a code, once. Who is not
 * signed in is led to sign-in, by Next's own exception, so that part stays outside of the net.
 */
export async function runAction<Value>(run: (context: ConsoleContext) => Promise<Value>): Promise<ActionResult<Value>> {
  const context = await consoleContext();
  try {
    return { ok: true, value: await run(context) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, code: error.code, errors: error.params.errors ?? [] };
    logger().error({ error, requestId: context.requestId }, "a server action failed");
    return { ok: false, code: "internal", errors: [] };
  }
}
