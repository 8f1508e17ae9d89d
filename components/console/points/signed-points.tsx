"use client";

import { useFormatter } from "next-intl";

/** Points with their sign: green when given, red when taken. */
export function SignedPoints({ points }: { points: number }) {
  const format = useFormatter();
  const look = points < 0 ? "text-danger" : points > 0 ? "text-success" : "text-muted";
  return (
    <span className={`font-medium tabular-nums ${look}`}>{format.number(points, { signDisplay: "exceptZero" })}</span>
  );
}
