"use client";

import { useFormatter } from "next-intl";
import { useProgram } from "@/lib/client/program";

/** A moment in the program's zone, or in another one that is given; the zone is named. */
export function Time({ at, timeZone: given }: { at: string; timeZone?: string | undefined }) {
  const format = useFormatter();
  const program = useProgram();
  const timeZone = given ?? program.timeZone;
  const text = format.dateTime(new Date(at), {
    timeZone,
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  });
  return (
    <time dateTime={at} className="text-muted">
      {text}
    </time>
  );
}
