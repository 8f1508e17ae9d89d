/** Under which a read is kept in the browser: its program first, so that nothing of one shows in another. */
export function readKey(programId: string, noun: string, query: string): readonly [string, string, string] {
  return [programId, noun, query];
}
