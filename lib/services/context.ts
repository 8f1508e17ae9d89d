import type { Db } from "@/db/client";
import type { ConsoleScope, Scope } from "@/lib/contracts/scopes";
import type { EpochMs } from "@/lib/domain/period";
import type { ProgramMode } from "@/lib/domain/record";
import type { TenantScope } from "@/lib/domain/tenant-scope";

export type { TenantScope };

/** Who asks. A member's `memberId` is null while the program does not know the member yet. */
export type Actor =
  | { kind: "user"; id: string; scopes: readonly ConsoleScope[] }
  | { kind: "key"; id: string; scopes: readonly Scope[] }
  | { kind: "member"; externalId: string; memberId: string | null }
  | { kind: "system" };

/** The program that is asked for, as far as every service needs it. */
export interface ProgramContext {
  id: string;
  organizationId: string;
  mode: ProgramMode;
  name: string;
  timeZone: string | null;
  defaultLanguage: string;
  /** The languages that texts are written in, the default one among them. */
  languages: readonly string[];
  cursorSecret: string;
}

/** What every service is handed: nothing it does depends on anything else. `now` is passed, so that time is testable. */
export interface ServiceContext {
  db: Db;
  scope: TenantScope;
  program: ProgramContext;
  actor: Actor;
  now: EpochMs;
  requestId: string;
}
