"use client";

import NextLink from "next/link";
import type { ComponentProps } from "react";
import { useProgramAddress } from "@/lib/client/program-address";

interface LinkProps extends Omit<ComponentProps<typeof NextLink>, "href"> {
  href: string;
}

/** A link to a page of the console, which stays in the program on the screen. */
export function Link({ href, ...props }: LinkProps) {
  return <NextLink {...props} href={useProgramAddress()(href)} />;
}
