import { contextOfProgram } from "@/lib/auth/session";
import type { ActionResult } from "./action-result";
import { refusal } from "./refusal";

type ConsoleContext = Awaited<ReturnType<typeof contextOfProgram>>;

/**
 * The pipeline of server actions and of the console's reads: tell the caller, run, and turn whatever was thrown into a
 * code, once. `program` is the one on the caller's screen, which another tab may have left since; null takes the
 * chosen one. Nobody is led away: a session that ended is a code as well, so that nothing typed is lost.
 */
export async function runAction<Value>(
  program: string | null,
  run: (context: ConsoleContext) => Promise<Value>,
): Promise<ActionResult<Value>> {
  try {
    return { ok: true, value: await run(await contextOfProgram(program)) };
  } catch (error) {
    return refusal(error);
  }
}
