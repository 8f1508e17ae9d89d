import { createHash, randomBytes } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { v7 } from "uuid";
import { z } from "zod";
import { type Db, transaction } from "@/db/client";
import {
  consumeOneTimeToken,
  hasConsoleUsers,
  insertOwner,
  lockFirstOwner,
  oneTimeTokenIsUsable,
  replaceOneTimeToken,
} from "@/db/queries/console-users";
import { findFirstProgram } from "@/db/queries/programs";
import { AppError, type FieldError } from "@/lib/errors";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "./better-auth";

const IDENTIFIER = "milepost.setup";
const LIFETIME_MS = 24 * 60 * 60 * 1000;

interface Credentials {
  email: string;
  password: string;
}

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
  const owner = await newOwner(credentials, organizationId);
  return transaction(db, async (tx) => {
    await lockFirstOwner(tx);
    if (await hasConsoleUsers(tx)) return false;
    await insertOwner(tx, owner, new Date());
    return true;
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
  const owner = await newOwner(credentials, program.organizationId);
  return transaction(db, async (tx) => {
    await lockFirstOwner(tx);
    const now = new Date();
    if (!(await consumeOneTimeToken(tx, stored(token), now)) || (await hasConsoleUsers(tx))) return false;
    await insertOwner(tx, owner, now);
    return true;
  });
}

function stored(token: string) {
  return { identifier: IDENTIFIER, hash: createHash("sha256").update(token).digest("hex") };
}

async function newOwner({ email, password }: Credentials, organizationId: string) {
  const address = email.trim().toLowerCase();
  const errors = credentialErrors(address, password);
  if (errors.length > 0)
    throw new AppError("invalid_request", { detail: errors.map(({ message }) => message).join("; "), errors });
  return {
    userId: v7(),
    accountId: v7(),
    membershipId: v7(),
    organizationId,
    email: address,
    name: address.split("@")[0] ?? address,
    passwordHash: await hashPassword(password),
  };
}

function credentialErrors(address: string, password: string): FieldError[] {
  const errors: FieldError[] = [];
  if (!z.email().safeParse(address).success)
    errors.push({ pointer: "/email", code: "invalid_value", message: "email must be an e-mail address" });
  if (password.length < MIN_PASSWORD_LENGTH || password.length > MAX_PASSWORD_LENGTH)
    errors.push({
      pointer: "/password",
      code: "invalid_value",
      message: `password must be ${MIN_PASSWORD_LENGTH} to ${MAX_PASSWORD_LENGTH} characters long`,
    });
  return errors;
}
