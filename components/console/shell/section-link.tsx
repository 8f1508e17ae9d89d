"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

interface SectionLinkProps {
  href: string;
  icon: ReactNode;
  children: ReactNode;
}

/** A section of the console in the navigation; the one in view says so. */
export function SectionLink({ href, icon, children }: SectionLinkProps) {
  const path = usePathname();
  const current = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className="flex items-center gap-2.5 rounded-md px-2.5 py-1.5 font-medium text-muted hover:bg-surface-hover hover:text-foreground aria-[current=page]:bg-accent-soft aria-[current=page]:text-foreground"
    >
      {icon}
      {children}
    </Link>
  );
}
