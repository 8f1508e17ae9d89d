/** What stands where something is still being fetched. */
export function Skeleton({ className = "h-4 w-full" }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={`block animate-pulse rounded bg-neutral-soft motion-reduce:animate-none ${className}`}
    />
  );
}
