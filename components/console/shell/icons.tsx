/** A ticket, for rewards. */
export function RewardIcon() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 shrink-0" fill="none" stroke="currentColor">
      <path d="M2 6V4h12v2a2 2 0 0 0 0 4v2H2v-2a2 2 0 0 0 0-4ZM9.5 4.5v7" strokeWidth="1.4" strokeLinejoin="round" />
    </svg>
  );
}
