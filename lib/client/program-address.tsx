"use client";

import { createContext, useCallback, useContext } from "react";
import { addressWithProgram } from "@/lib/contracts/program-address";

const ProgramInAddress = createContext<string | null>(null);

/** Says which program every address of the console carries; null where it goes without saying. */
export const ProgramAddressProvider = ProgramInAddress;

/** Puts the program on the screen into an address of the console. */
export function useProgramAddress(): (href: string) => string {
  const program = useContext(ProgramInAddress);
  return useCallback((href: string) => addressWithProgram(href, program), [program]);
}
