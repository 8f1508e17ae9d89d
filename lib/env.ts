import { z } from "zod";

const VISIBLE_ASCII = /^[\x21-\x7e]+$/;
const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** A string that passes `test`; `fix` is the sentence that the operator reads when it does not. */
function text(fix: string, test: (value: string) => boolean) {
  return z.string().refine(test, { error: fix });
}

function wholeNumber(name: string, min: number, max: number, example: number) {
  const inRange = (value: string) => /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max;
  return text(`must be a whole number from ${min} to ${max}, such as ${name}=${example}`, inRange).transform(Number);
}

function secret(name: string, min: number) {
  return text(
    `must be at least ${min} visible ASCII characters without spaces; \`openssl rand -hex 24\` makes a good ${name}`,
    (value) => value.length >= min && VISIBLE_ASCII.test(value),
  ).optional();
}

function isUrlWith(protocols: readonly string[]) {
  return (value: string) => {
    const url = URL.parse(value);
    return url !== null && protocols.includes(url.protocol);
  };
}

function splitList(value: string): string[] {
  return value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

const ipAddress = z.union([z.ipv4(), z.ipv6()]);

const schema = z
  .object({
    PORT: wholeNumber("PORT", 0, 65_535, 3000).default(3000),
    DATA_DIR: z.string().default(".data"),
    DATABASE_URL: text(
      "must be a PostgreSQL address, such as DATABASE_URL=postgresql://user:password@localhost:5432/milepost, or unset for the built-in database",
      isUrlWith(["postgres:", "postgresql:"]),
    ).optional(),
    DATABASE_DIRECT_URL: text(
      "must be a PostgreSQL address, such as DATABASE_DIRECT_URL=postgresql://user:password@localhost:5432/milepost, or unset when DATABASE_URL leads to no pooler",
      isUrlWith(["postgres:", "postgresql:"]),
    ).optional(),
    DATABASE_POOL_SIZE: wholeNumber("DATABASE_POOL_SIZE", 1, 1000, 16).default(16),
    IDEMPOTENCY_LEASE_SECONDS: wholeNumber("IDEMPOTENCY_LEASE_SECONDS", 1, 3600, 60).default(60),
    RATE_LIMIT_PER_MINUTE: wholeNumber("RATE_LIMIT_PER_MINUTE", 0, 1_000_000, 600).default(0),
    BOOTSTRAP_API_SECRET: secret("BOOTSTRAP_API_SECRET", 16),
    BOOTSTRAP_WIDGET_SECRET: secret("BOOTSTRAP_WIDGET_SECRET", 16),
    BOOTSTRAP_ADMIN_EMAIL: text(
      "must be an e-mail address, such as BOOTSTRAP_ADMIN_EMAIL=owner@example.com",
      (value) => z.email().safeParse(value).success,
    ).optional(),
    BOOTSTRAP_ADMIN_PASSWORD: text(
      "must be 8 to 128 characters long",
      (value) => value.length >= 8 && value.length <= 128,
    ).optional(),
    DEMO: text("must be 1 (demo data) or 0 (none)", (value) => value === "0" || value === "1")
      .transform((value) => value === "1")
      .default(true),
    AUTH_SECRET: secret("AUTH_SECRET", 32),
    PUBLIC_URL: text(
      "must be the absolute address that browsers use, such as PUBLIC_URL=https://rewards.example.com",
      isUrlWith(["http:", "https:"]),
    ).optional(),
    TRUSTED_PROXIES: text("must be IP addresses separated by commas, such as TRUSTED_PROXIES=10.0.0.2,::1", (value) =>
      splitList(value).every((part) => ipAddress.safeParse(part).success),
    )
      .transform(splitList)
      .default([]),
    LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(", ")}` }).default("info"),
    // Unset means `npm start`: `next dev` and vitest set it themselves.
    NODE_ENV: z
      .enum(["development", "test", "production"], { error: "must be development, test or production" })
      .default("production"),
  })
  .superRefine((env, ctx) => {
    const [given, lacking] =
      env.BOOTSTRAP_ADMIN_EMAIL === undefined
        ? ["BOOTSTRAP_ADMIN_PASSWORD", "BOOTSTRAP_ADMIN_EMAIL"]
        : ["BOOTSTRAP_ADMIN_EMAIL", "BOOTSTRAP_ADMIN_PASSWORD"];
    if ((env.BOOTSTRAP_ADMIN_EMAIL === undefined) === (env.BOOTSTRAP_ADMIN_PASSWORD === undefined)) return;
    ctx.addIssue({
      code: "custom",
      path: [lacking],
      message: `must be set too, since ${given} is: set both, or neither`,
    });
  });

export type Env = z.infer<typeof schema>;

/** Every variable that Milepost reads; `.env.example` explains the same ones. */
export const ENV_NAMES: readonly string[] = Object.keys(schema.shape);

/**
 * Reads the settings out of `source`; an empty string counts as unset. Throws an Error that names each malformed
 * variable and what it must be, and never repeats a value: several of them are secrets.
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(
    ENV_NAMES.map((name) => [name, source[name] === "" ? undefined : source[name]] as const),
  );
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
  throw new Error(`These environment variables cannot be used (.env.example explains them):\n${lines.join("\n")}`);
}

let cached: Env | undefined;

/** The settings of this process, read once. Throws as `parseEnv` does. */
export function getEnv(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
