import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Test material of others lies beside the repository: real activity, time zones, strings, images. */
export const CORPORA_DIR = fileURLToPath(new URL("../../shared/corpora/", import.meta.url));

/**
 * Whether the corpora are there. In CI they must be, so there it throws; elsewhere the tests that read them are
 * skipped (`describe.skipIf(!hasCorpora())`) and the closing line of `npm test` counts them.
 */
export function hasCorpora(): boolean {
  if (existsSync(CORPORA_DIR)) return true;
  if (process.env["CI"]) throw new Error(`The test material is missing: ${CORPORA_DIR} does not exist.`);
  return false;
}
