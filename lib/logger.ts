import pino from "pino";
import { getEnv } from "@/lib/env";

/** Structured lines on standard output, from LOG_LEVEL on. Secrets and members' data are never logged. */
export const logger = pino({ level: getEnv().LOG_LEVEL });
