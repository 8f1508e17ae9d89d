"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { useProgramAddress } from "@/lib/client/program-address";
import { PROGRAM_PARAMETER, programOfAddress } from "@/lib/contracts/program-address";

/**
 * Holds the address to the program on the screen. A link that forgot it gets it back; one into another program loads
 * the page anew, so that nothing of one shows in the other.
 */
export function AddressKeeper({ program }: { program: string }) {
  const router = useRouter();
  const inProgram = useProgramAddress();
  const asked = useSearchParams().get(PROGRAM_PARAMETER);
  useEffect(() => {
    if (asked !== null && asked !== program) return window.location.reload();
    const { pathname, search, hash } = window.location;
    const address = inProgram(pathname + search + hash);
    if (programOfAddress(address) !== asked) router.replace(address);
  }, [asked, program, inProgram, router]);
  return null;
}
