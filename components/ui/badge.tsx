import type { ReactNode } from "react";

const LOOKS = {
  neutral: "bg-neutral-soft text-muted",
  accent: "bg-accent-soft text-accent-soft-foreground",
  success: "bg-success-soft text-success",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
} as const;
export type BadgeLook = keyof typeof LOOKS;

/** A word about a record. `dot` adds a sign for those who tell by shape. */
export function Badge({ look = "neutral", dot, children }: { look?: BadgeLook; dot?: boolean; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-2 py-0.5 font-medium text-xs ${LOOKS[look]}`}
    >
      {dot ? <span aria-hidden="true" className="size-1.5 rounded-full bg-current" /> : null}
      {children}
    </span>
  );
}
