import pino, { type Logger } from "pino";
import { getEnv } from "@/lib/env";

let made: Logger | undefined;

/** Structured lines on standard output, from LOG_LEVEL on. Secrets and members' data are never logged. */
export function logger(): Logger {
  made ??= pino({ level: getEnv().LOG_LEVEL, serializers: { error: describe } });
  return made;
}

/** A failed statement's parameters hold what people typed: of an error only what it is and where it came from is told. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { message: "something that is no error was thrown" };
  const { name, message, stack, cause } = error;
  const { code } = error as { code?: unknown };
  const told = message.split("\nparams:")[0];
  return {
    name,
    message: told,
    code,
    stack: stack?.replace(message, told ?? ""),
    ...(cause === undefined ? {} : { cause: describe(cause) }),
  };
}
