import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { ENV_NAMES, parseEnv } from "@/lib/env";

const example = readFileSync(fileURLToPath(new URL("../.env.example", import.meta.url)), "utf8");
const exampleEntries = new Map(
  example
    .split("\n")
    .map((line) => /^([A-Z][A-Z0-9_]*)=(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map((match) => [match[1] ?? "", match[2] ?? ""] as const),
);

function refusal(source: Record<string, string>): string {
  try {
    parseEnv(source);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "accepted";
}

describe(".env.example", () => {
  it("names exactly the variables that lib/env.ts reads", () => {
    expect([...exampleEntries.keys()].toSorted()).toEqual([...ENV_NAMES].toSorted());
  });

  it("shows the defaults: using it as it stands equals setting nothing", () => {
    expect(parseEnv(Object.fromEntries(exampleEntries))).toEqual(parseEnv({}));
  });
});

describe("parseEnv", () => {
  it("has a default for everything that needs one", () => {
    expect(parseEnv({})).toEqual({
      PORT: 3000,
      DATA_DIR: ".data",
      DATABASE_POOL_SIZE: 16,
      IDEMPOTENCY_LEASE_SECONDS: 60,
      RATE_LIMIT_PER_MINUTE: 0,
      DEMO: true,
      TRUSTED_PROXIES: [],
      LOG_LEVEL: "info",
      NODE_ENV: "production",
    });
  });

  it("reads every variable into its own type", () => {
    const env = parseEnv({
      PORT: "0",
      DATABASE_URL: "postgres://u:p@127.0.0.1:5432/db",
      DATABASE_POOL_SIZE: "32",
      DEMO: "0",
      TRUSTED_PROXIES: "10.0.0.2, ::1",
      PUBLIC_URL: "https://rewards.example.com",
    });
    expect(env).toMatchObject({ PORT: 0, DATABASE_POOL_SIZE: 32, DEMO: false, TRUSTED_PROXIES: ["10.0.0.2", "::1"] });
  });

  it("takes an empty string as unset", () => {
    expect(parseEnv(Object.fromEntries(ENV_NAMES.map((name) => [name, ""])))).toEqual(parseEnv({}));
  });

  it.each([
    ["PORT", "65536"],
    ["PORT", "3000x"],
    ["PORT", "-1"],
    ["DATABASE_URL", "mysql://localhost/db"],
    ["DATABASE_URL", "localhost"],
    ["DATABASE_DIRECT_URL", "https://localhost/db"],
    ["DATABASE_POOL_SIZE", "0"],
    ["BOOTSTRAP_API_SECRET", "fifteen-chars-x"],
    ["BOOTSTRAP_API_SECRET", "sixteen chars but spaces"],
    ["BOOTSTRAP_WIDGET_SECRET", "gehëim-gehëim-gehëim"],
    ["BOOTSTRAP_ADMIN_EMAIL", "owner"],
    ["BOOTSTRAP_ADMIN_PASSWORD", "seven77"],
    ["DEMO", "true"],
    ["AUTH_SECRET", "short"],
    ["PUBLIC_URL", "rewards.example.com"],
    ["PUBLIC_URL", "ftp://rewards.example.com"],
    ["TRUSTED_PROXIES", "10.0.0.2,proxy.local"],
    ["LOG_LEVEL", "verbose"],
    ["NODE_ENV", "staging"],
  ])("refuses %s=%s by name", (name, value) => {
    const message = refusal({ [name]: value });
    expect(message).toMatch(new RegExp(`^  ${name} must be `, "m"));
  });

  it("names all malformed variables at once, and repeats no secret", () => {
    const message = refusal({ PORT: "x", BOOTSTRAP_API_SECRET: "hunter2", DATABASE_URL: "http://u:hunter3@h/" });
    expect(message).toContain("  PORT must be");
    expect(message).toContain("  BOOTSTRAP_API_SECRET must be");
    expect(message).toContain("  DATABASE_URL must be");
    expect(message).not.toMatch(/hunter/);
  });

  it.each([
    [{ BOOTSTRAP_ADMIN_EMAIL: "owner@example.com" }, "BOOTSTRAP_ADMIN_PASSWORD"],
    [{ BOOTSTRAP_ADMIN_PASSWORD: "long enough" }, "BOOTSTRAP_ADMIN_EMAIL"],
  ])("wants e-mail and password of the first owner together: %o", (source, lacking) => {
    expect(refusal(source)).toContain(`  ${lacking} must be set too`);
  });
});
