/** The sign of the product: a milestone by the road. */
export function Brand({ name }: { name: string }) {
  return (
    <span className="inline-flex items-center gap-2 font-semibold tracking-tight">
      <svg viewBox="0 0 32 32" aria-hidden="true" className="size-6 shrink-0">
        <rect width="32" height="32" rx="8" fill="#5146d8" />
        <path d="M10 25V12a6 6 0 0 1 12 0v13" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
        <path d="M7 25h18M14 14h4M14 19h4" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
      </svg>
      {name}
    </span>
  );
}
