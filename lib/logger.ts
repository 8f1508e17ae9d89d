import pino, { type Logger } from "pino";
import { getEnv } from "@/lib/env";

let made: Logger | undefined;

/** Structured lines on standard output, from LOG_LEVEL on. Secrets and members' data are never logged. */
export function logger(): Logger {
  made ??= pino({ level: getEnv().LOG_LEVEL });
  return made;
}
