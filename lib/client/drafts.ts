const PREFIX = "milepost.draft.";

/** What was typed into a form and not saved yet, kept in this tab over Back, reload and an ended session. */
export function readDraft(key: string): unknown {
  const text = storage()?.getItem(PREFIX + key);
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

export function keepDraft(key: string, values: unknown): void {
  try {
    storage()?.setItem(PREFIX + key, JSON.stringify(values));
  } catch {
    // The store is full: the form itself still holds everything.
  }
}

export function dropDraft(key: string): void {
  storage()?.removeItem(PREFIX + key);
}

/** A browser may forbid it altogether. */
function storage(): Storage | null {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}
