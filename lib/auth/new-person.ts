import { hashPassword } from "better-auth/crypto";
import { v7 } from "uuid";
import { z } from "zod";
import type { NewPerson } from "@/db/queries/console-users";
import { text } from "@/lib/contracts/fields";
import { AppError, type FieldError } from "@/lib/errors";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "./better-auth";

export interface Credentials {
  email: string;
  password: string;
}

/** Of somebody whose name is known; otherwise the address stands for it. */
export interface NamedCredentials extends Credentials {
  name: string;
}

const MAX_NAME = 256;

/**
 * The rows of a new console user.
 * @throws AppError `invalid_request` for a name, e-mail address or password that cannot be one
 */
export async function newPerson(
  { email, password, ...given }: Credentials | NamedCredentials,
  organizationId: string,
  role: string,
): Promise<NewPerson> {
  const address = email.trim().toLowerCase();
  const name = "name" in given ? given.name.trim() : (address.split("@")[0] ?? address);
  const errors = credentialErrors(name, address, password);
  if (errors.length > 0)
    throw new AppError("invalid_request", { detail: errors.map(({ message }) => message).join("; "), errors });
  return {
    userId: v7(),
    accountId: v7(),
    membershipId: v7(),
    organizationId,
    role,
    email: address,
    name,
    passwordHash: await hashPassword(password),
  };
}

function credentialErrors(name: string, address: string, password: string): FieldError[] {
  const errors: FieldError[] = [];
  if (!text(MAX_NAME).safeParse(name).success)
    errors.push({ pointer: "/name", code: "invalid_value", message: `name must be 1 to ${MAX_NAME} characters long` });
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
