import type { ReactNode } from "react";

const KINDS = {
  danger: "border-danger/40 text-danger",
  success: "border-success/40 bg-success-soft text-success",
  info: "border-border bg-surface-hover text-muted",
} as const;

/** A few words above a form. Dangers are announced when they appear. */
export function Notice({ kind, children }: { kind: keyof typeof KINDS; children: ReactNode }) {
  return (
    <p role={kind === "danger" ? "alert" : "status"} className={`rounded-md border px-3 py-2 text-sm ${KINDS[kind]}`}>
      {children}
    </p>
  );
}
