import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "@/lib/env";

const FILE = "auth-secret";
const MIN_LENGTH = 32;

/**
 * The key that signs console sessions: AUTH_SECRET, else one that is made at the first need and kept in
 * DATA_DIR/auth-secret, readable by the server's user alone. Server processes that share a database need AUTH_SECRET.
 * Throws when the file is there but holds no usable key.
 */
export function authSecret(env: Pick<Env, "AUTH_SECRET" | "DATA_DIR">): string {
  if (env.AUTH_SECRET) return env.AUTH_SECRET;
  const path = join(env.DATA_DIR, FILE);
  mkdirSync(env.DATA_DIR, { recursive: true });
  try {
    // Two processes that start at once: one writes, the other reads what it wrote.
    writeFileSync(path, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const secret = readFileSync(path, "utf8").trim();
  if (secret.length >= MIN_LENGTH) return secret;
  throw new Error(`${path} holds no usable key: remove the file (everybody has to sign in again) or set AUTH_SECRET.`);
}
