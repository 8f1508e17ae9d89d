import { useId } from "react";

/** How far something is, from 0 to 1; null while that is not known. */
export function ProgressBar({ label, share }: { label: string; share: number | null }) {
  const id = useId();
  return (
    <div className="flex flex-col gap-2">
      <span id={id} className="text-muted text-sm tabular-nums">
        {label}
      </span>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(share === null ? {} : { "aria-valuenow": Math.round(share * 100) })}
        className="h-1.5 overflow-hidden rounded-full bg-neutral-soft"
      >
        <div
          className={`h-full rounded-full bg-accent ${share === null ? "w-1/4 motion-safe:animate-pulse" : "transition-[width]"}`}
          style={share === null ? undefined : { width: `${Math.round(share * 100)}%` }}
        />
      </div>
    </div>
  );
}
