"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { ConsoleScope } from "@/lib/contracts/scopes";
import type { Role } from "@/lib/domain/team";

/** The program on the screen, as far as the browser needs it. */
export interface ClientProgram {
  id: string;
  name: string;
  mode: "live" | "test";
  /** The zone in which its times are shown: its own, else UTC. */
  timeZone: string;
  defaultLanguage: string;
  /** What the role of the signed-in user may do there; the services have the last word. */
  scopes: readonly ConsoleScope[];
  /** What that role is called. */
  role: Role | null;
}

const Program = createContext<ClientProgram | null>(null);

export function ProgramProvider({ program, children }: { program: ClientProgram; children: ReactNode }) {
  return <Program value={program}>{children}</Program>;
}

export function useProgram(): ClientProgram {
  const program = useContext(Program);
  if (!program) throw new Error("useProgram needs the console's layout around it");
  return program;
}

/** Whether to offer what needs the scope. */
export function useCan(scope: ConsoleScope): boolean {
  return useProgram().scopes.includes(scope);
}
