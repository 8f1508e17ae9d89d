import { applyBootstrapSecrets, createFirstKey } from "@/lib/auth/bootstrap-secrets";
import { database } from "@/lib/auth/database";
import { createOwner, issueSetupToken } from "@/lib/auth/first-owner";
import { systemContext } from "@/lib/auth/system-context";
import { getEnv } from "@/lib/env";
import { loadDemo } from "@/lib/services/demo/load-demo";
import { startFirstProgram } from "@/lib/services/programs/start-first-program";

/** What the operator is told once the server is up. */
export interface BootReport {
  /** The first key's secret, when this start made one. */
  apiSecret: string | null;
  /** The one-time token by which the first owner sets a password, while there is no owner. */
  setupToken: string | null;
  programId: string;
}

const KEY = Symbol.for("milepost.boot");
const shared = globalThis as { [KEY]?: Promise<BootReport> };

/**
 * Makes the process ready to serve, once: opens and migrates the database, starts the first program, applies the boot
 * contract, loads the demo where there is nothing yet. Both fronts call it; the second call waits for the first.
 * @throws Error that names the variable when the environment is malformed, or the holder when the database is in use
 */
export function boot(): Promise<BootReport> {
  shared[KEY] ??= start();
  return shared[KEY];
}

/** Whether a front of this process has begun to boot. */
export function hasBooted(): boolean {
  return shared[KEY] !== undefined;
}

async function start(): Promise<BootReport> {
  const env = getEnv();
  const { db } = await database();
  const now = Date.now();
  const { program, created } = await startFirstProgram(db, now);
  await applyBootstrapSecrets(db, program, { api: env.BOOTSTRAP_API_SECRET, widget: env.BOOTSTRAP_WIDGET_SECRET }, now);
  const apiSecret = created && !env.BOOTSTRAP_API_SECRET ? await createFirstKey(db, program, now) : null;
  const { BOOTSTRAP_ADMIN_EMAIL: email, BOOTSTRAP_ADMIN_PASSWORD: password } = env;
  if (email && password) await createOwner(db, { email, password, organizationId: program.organizationId });
  const setupToken = await issueSetupToken(db);
  if (env.DEMO) await loadDemo(systemContext(db, program, now, "boot"));
  return { apiSecret, setupToken, programId: program.id };
}
