import type { ReactNode } from "react";

interface EmptyStateProps {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}

/** What stands where a list has nothing to show: that it is empty, why, and what to do. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-lg border border-border border-dashed px-6 py-16 text-center">
      <h2 className="font-medium text-base">{title}</h2>
      <p className="max-w-prose text-balance text-muted">{children}</p>
      {action}
    </div>
  );
}
