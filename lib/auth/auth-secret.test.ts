import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { authSecret } from "@/lib/auth/auth-secret";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "milepost-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("AUTH_SECRET is taken as it is", () => {
  expect(authSecret({ AUTH_SECRET: "x".repeat(40), DATA_DIR: folder })).toBe("x".repeat(40));
});

test("without AUTH_SECRET one is made once and kept for the server's user alone", () => {
  const data = join(folder, "new", "data");
  const first = authSecret({ AUTH_SECRET: undefined, DATA_DIR: data });
  expect(first).toMatch(/^[\w-]{43}$/);
  expect(authSecret({ AUTH_SECRET: undefined, DATA_DIR: data })).toBe(first);
  expect(statSync(join(data, "auth-secret")).mode & 0o777).toBe(0o600);
});

test("a file without a usable key stops with the way out", () => {
  writeFileSync(join(folder, "auth-secret"), "short");
  expect(() => authSecret({ AUTH_SECRET: undefined, DATA_DIR: folder })).toThrow(
    /remove the file .* or set AUTH_SECRET/,
  );
});
