import { createHash, randomBytes } from "node:crypto";
import { v7 } from "uuid";
import { type Db, transaction } from "@/db/client";
import {
  consumeOneTimeToken,
  hasConsoleUsers,
  insertPerson,
  lockFirstOwner,
  oneTimeTokenIsUsable,
  replaceOneTimeToken,
} from "@/db/queries/console-users";
import { findFirstProgram } from "@/db/queries/programs";
import { type Credentials, newPerson } from "./new-person";

const IDENTIFIER = "milepost.setup";
const LIFETIME_MS = 24 * 60 * 60 * 1000;

/** Says whether nobody can sign in yet. */
export async function needsFirstOwner(db: Db): Promise<boolean> {
  return !(await hasConsoleUsers(db));
}

/**
 * Makes the first owner of the console, out of BOOTSTRAP_ADMIN_*. Does nothing, and answers false, once there is any
 * user: an owner who changed the address must not find the old account back after a restart.
 * @throws AppError `invalid_request` for an e-mail address or password that cannot be one
 */
export async function createOwner(
  db: Db,
  { organizationId, ...credentials }: Credentials & { organizationId: string },
): Promise<boolean> {
  if (await hasConsoleUsers(db)) return false;
  const owner = await newPerson(credentials, organizationId, "owner");
  return transaction(db, async (tx) => {
    await lockFirstOwner(tx);
    if (await hasConsoleUsers(tx)) return false;
    return insertPerson(tx, owner, new Date());
  });
}

/**
 * Makes the one-time token of the setup page; null once there is a user. Only its hash is kept, it lives 24 hours, and
 * every earlier one stops working.
 */
export async function issueSetupToken(db: Db): Promise<string | null> {
  if (await hasConsoleUsers(db)) return null;
  const token = randomBytes(32).toString("base64url");
  const now = new Date();
  const expiresAt = new Date(now.getTime() + LIFETIME_MS);
  await transaction(db, (tx) => replaceOneTimeToken(tx, { id: v7(), ...stored(token), expiresAt }, now));
  return token;
}

/** Whether a setup token would still make the first owner. */
export async function setupTokenWorks(db: Db, token: string): Promise<boolean> {
  return oneTimeTokenIsUsable(db, stored(token), new Date());
}

/**
 * Makes the first owner with a setup token, which is used up by it. Answers false, and changes nothing, when the token
 * does not work or somebody was first.
 * @throws AppError `invalid_request` for an e-mail address or password that cannot be one; the token stays usable
 */
export async function completeSetup(db: Db, token: string, credentials: Credentials): Promise<boolean> {
  const program = await findFirstProgram(db);
  if (!program || !(await setupTokenWorks(db, token))) return false;
  const owner = await newPerson(credentials, program.organizationId, "owner");
  return transaction(db, async (tx) => {
    await lockFirstOwner(tx);
    const now = new Date();
    if (!(await consumeOneTimeToken(tx, stored(token), now)) || (await hasConsoleUsers(tx))) return false;
    return insertPerson(tx, owner, now);
  });
}

function stored(token: string) {
  return { identifier: IDENTIFIER, hash: createHash("sha256").update(token).digest("hex") };
}
