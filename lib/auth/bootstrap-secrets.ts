import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import { type Db, transaction } from "@/db/client";
import {
  findKeysByHash,
  insertApiKey,
  lockFirstBoot,
  type ProgramRow,
  revokeOtherKeys,
  setWidgetSecret,
} from "@/db/queries/programs";
import { SCOPES } from "@/lib/contracts/scopes";
import { hashSecret } from "./secret-hash";

const BOOTSTRAP_KEY = "BOOTSTRAP_API_SECRET";
const FIRST_KEY = "First key";
const MIN_LENGTH_TO_HINT = 32;

/** A new API secret: `mp_live_sk_` or `mp_test_sk_` and 32 random bytes. */
function newApiSecret(mode: ProgramRow["mode"]): string {
  return `mp_${mode}_sk_${randomBytes(32).toString("base64url")}`;
}

/**
 * Gives the first program the secrets of the environment. Another BOOTSTRAP_API_SECRET than at the last start replaces
 * that one's key.
 */
export async function applyBootstrapSecrets(
  db: Db,
  program: ProgramRow,
  secrets: { api: string | undefined; widget: string | undefined },
  now: number,
): Promise<void> {
  const { api, widget } = secrets;
  await transaction(db, async (tx) => {
    await lockFirstBoot(tx);
    if (widget && widget !== program.widgetSecret) await setWidgetSecret(tx, program.id, widget, now);
    if (!api) return;
    const hash = hashSecret(api);
    await revokeOtherKeys(tx, program.id, BOOTSTRAP_KEY, hash, now);
    const known = (await findKeysByHash(tx, hash)).length > 0;
    if (!known) await insertApiKey(tx, keyRow(program, BOOTSTRAP_KEY, api, now));
  });
}

/** Makes the first key of a new installation that was given none. The secret is told once, to whoever started it. */
export async function createFirstKey(db: Db, program: ProgramRow, now: number): Promise<string> {
  const secret = newApiSecret(program.mode);
  await transaction(db, (tx) => insertApiKey(tx, keyRow(program, FIRST_KEY, secret, now)));
  return secret;
}

function keyRow(program: ProgramRow, name: string, secret: string, now: number) {
  return {
    programId: program.id,
    id: v7(),
    name,
    prefix: /^mp_(live|test)_sk_/.exec(secret)?.[0] ?? "",
    hash: hashSecret(secret),
    // Of a short secret four characters would be too much to tell.
    lastFour: secret.length >= MIN_LENGTH_TO_HINT ? secret.slice(-4) : "",
    scopes: [...SCOPES],
    createdAt: now,
    updatedAt: now,
  };
}
