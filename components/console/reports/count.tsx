"use client";

import { useFormatter } from "next-intl";
import { Link } from "@/components/ui/link";

interface CountProps {
  value: number;
  /** Its rows. */
  href: string;
  /** The number with what it counts, for those who hear it by itself. */
  label: string;
}

/** A number that opens the rows it counts; there are none to open of a 0. */
export function Count({ value, href, label }: CountProps) {
  const number = useFormatter().number(value);
  if (value === 0) return <span className="text-muted tabular-nums">{number}</span>;
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={label}
      className="rounded font-medium text-accent tabular-nums underline decoration-accent/40 underline-offset-4 hover:decoration-accent"
    >
      {number}
    </Link>
  );
}
