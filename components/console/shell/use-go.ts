"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { useProgramAddress } from "@/lib/client/program-address";

/** Goes to a page of the console, in the program on the screen; `replace` leaves no way back to this one. */
export function useGo(): (href: string, how?: "push" | "replace") => void {
  const router = useRouter();
  const inProgram = useProgramAddress();
  return useCallback((href, how = "push") => router[how](inProgram(href)), [router, inProgram]);
}
