import { type ReactNode, useId } from "react";

interface CardProps {
  title: string;
  intro?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a page, under a heading of its own. */
export function Card({ title, intro, actions, children }: CardProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex min-w-0 flex-col gap-5 rounded-lg border border-border bg-surface p-4 sm:p-6"
    >
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="flex min-w-0 flex-col gap-1">
          <h2 id={id} className="font-semibold text-base">
            {title}
          </h2>
          {intro ? <p className="max-w-prose text-muted">{intro}</p> : null}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
