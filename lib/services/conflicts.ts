/** PostgreSQL's codes for what another transaction can do to this one. */
const UNIQUE_VIOLATION = "23505";
const SERIALIZATION_FAILURE = "40001";
const DEADLOCK_DETECTED = "40P01";

/** The unique index that a write ran into, or null when the error is another one. Drivers and drizzle nest errors. */
export function violatedUnique(error: unknown): string | null {
  const found = causes(error).find(({ code }) => code === UNIQUE_VIOLATION);
  return found ? (found.constraint ?? "") : null;
}

/** Whether running the same transaction again may well succeed. */
export function isTransient(error: unknown): boolean {
  return causes(error).some(({ code }) => code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED);
}

/** Whether the database refused the data itself (SQLSTATE classes 22 and 23), and not, say, lost its connection. */
export function isAboutData(error: unknown): boolean {
  return causes(error).some(({ code }) => /^2[23]/.test(code ?? ""));
}

function causes(error: unknown): { code?: string; constraint?: string }[] {
  const chain: { code?: string; constraint?: string }[] = [];
  for (let cause = error; typeof cause === "object" && cause !== null && chain.length < 5; ) {
    chain.push(cause as { code?: string; constraint?: string });
    cause = (cause as { cause?: unknown }).cause;
  }
  return chain;
}
