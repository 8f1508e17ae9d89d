/** An element as far as it costs something to draw: where its children end, and what it refers to. */
export interface Drawn {
  id: string | null;
  references: readonly string[];
  /** Index of the first element after it that is not in it. */
  end: number;
}

const MAX_CHAIN = 200;

/**
 * How many elements are drawn when every reference is followed, up to `limit`: a `use` of ten uses of ten uses looks
 * small and is large. A reference in a circle draws nothing. Infinity for chains longer than any browser follows.
 */
export function measureDrawing(elements: readonly Drawn[], limit: number): number {
  const byId = new Map<string, number>();
  for (const [index, { id }] of elements.entries()) if (id !== null && !byId.has(id)) byId.set(id, index);
  const known = new Map<number, number>();
  const open = new Set<number>();

  function subtree(root: number, chain: number): number {
    const found = known.get(root);
    if (found !== undefined) return found;
    if (chain > MAX_CHAIN) return Number.POSITIVE_INFINITY;
    if (open.has(root)) return 0;
    open.add(root);
    let drawn = 0;
    for (let index = root; index < (elements[root]?.end ?? 0) && drawn <= limit; index++) {
      drawn++;
      for (const id of elements[index]?.references ?? []) {
        const target = byId.get(id);
        if (target !== undefined) drawn += subtree(target, chain + 1);
      }
    }
    open.delete(root);
    known.set(root, drawn);
    return drawn;
  }
  return elements.length === 0 ? 0 : subtree(0, 0);
}
