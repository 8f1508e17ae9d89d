/** Loads a page anew: nothing of what the reader might do before is left. */
export function leaveFor(path: string): void {
  window.location.assign(path);
}
