import type { Db } from "@/db/client";
import type { ProgramRow } from "@/db/queries/programs";
import type { ServiceContext } from "@/lib/services/context";
import { mintScope } from "./scope";

/** The product's own hand on a program: first boot, sweeps. Never made from anything that came over the network. */
export function systemContext(db: Db, program: ProgramRow, now: number, requestId: string): ServiceContext {
  return { db, ...mintScope(program), actor: { kind: "system" }, now, requestId };
}
