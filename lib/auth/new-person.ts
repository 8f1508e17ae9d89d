import { hashPassword } from "better-auth/crypto";
import { v7 } from "uuid";
import { z } from "zod";
import type { NewPerson } from "@/db/queries/console-users";
import { AppError, type FieldError } from "@/lib/errors";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "./better-auth";

export interface Credentials {
  email: string;
  password: string;
}

/**
 * The rows of a new console user.
 * @throws AppError `invalid_request` for an e-mail address or password that cannot be one
 */
export async function newPerson(
  { email, password }: Credentials,
  organizationId: string,
  role: string,
): Promise<NewPerson> {
  const address = email.trim().toLowerCase();
  const errors = credentialErrors(address, password);
  if (errors.length > 0)
    throw new AppError("invalid_request", { detail: errors.map(({ message }) => message).join("; "), errors });
  return {
    userId: v7(),
    accountId: v7(),
    membershipId: v7(),
    organizationId,
    role,
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
