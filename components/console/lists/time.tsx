"use client";

import { useFormatter } from "next-intl";
import { useProgram } from "@/lib/client/program";

/** A moment in the program's zone, which is named. */
export function Time({ at }: { at: string }) {
  const format = useFormatter();
  const { timeZone } = useProgram();
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
