import type { ReactNode } from "react";

/** The top of a page: what it is, a sentence about it, and its main action. */
export function PageHeader({ title, intro, actions }: { title: string; intro?: string; actions?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="flex min-w-0 flex-col gap-1">
        <h1 className="wrap-anywhere font-semibold text-2xl tracking-tight">{title}</h1>
        {intro ? <p className="max-w-prose text-muted">{intro}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
