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
import { hashSecret, newApiSecret, storedSecret } from "@/lib/services/api-keys/secret";

const BOOTSTRAP_KEY = "BOOTSTRAP_API_SECRET";
const FIRST_KEY = "First key";

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
    ...storedSecret(secret),
    scopes: [...SCOPES],
    createdAt: now,
    updatedAt: now,
  };
}
