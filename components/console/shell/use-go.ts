"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { useProgramAddress } from "@/lib/client/program-address";

/** Goes to a page of the console, in the program on the screen. */
export function useGo(): (href: string) => void {
  const router = useRouter();
  const inProgram = useProgramAddress();
  return useCallback((href: string) => router.push(inProgram(href)), [router, inProgram]);
}
