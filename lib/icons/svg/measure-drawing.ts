/** An element as far as it costs something to draw: where its children end, and what it refers to. */
export interface Drawn {
  id: string | null;
  /** Lists of ids; those of stylesheets are shared by elements. */
  references: readonly Iterable<string>[];
  /** Index of the first element after it that is not in it. */
  end: number;
}

const MAX_CHAIN = 200;
/** Elements and references looked at; what draws at most 20,000 needs a fraction. */
const MAX_STEPS = 1_000_000;

/**
 * How many elements are drawn when every reference is followed, up to `limit`: a `use` of ten uses of ten uses looks
 * small and is large. A reference in a circle draws nothing. Infinity for chains longer than any browser follows, and
 * for what takes too long to find out.
 */
export function measureDrawing(elements: readonly Drawn[], limit: number): number {
  const targetsOf = resolver(elements);
  const known = new Map<number, number>();
  const open = new Set<number>();
  let steps = 0;

  function subtree(root: number, chain: number): number {
    const found = known.get(root);
    if (found !== undefined) return found;
    if (chain > MAX_CHAIN || steps > MAX_STEPS) return Number.POSITIVE_INFINITY;
    if (open.has(root)) return 0;
    open.add(root);
    let drawn = 0;
    for (let index = root; index < (elements[root]?.end ?? 0) && drawn <= limit; index++) {
      drawn++;
      steps++;
      for (const targets of (elements[index]?.references ?? []).map(targetsOf)) {
        steps += targets.length;
        if (steps > MAX_STEPS) return Number.POSITIVE_INFINITY;
        for (const target of targets) drawn += subtree(target, chain + 1);
      }
    }
    open.delete(root);
    known.set(root, drawn);
    return drawn;
  }
  return elements.length === 0 ? 0 : subtree(0, 0);
}

/** Which elements a list of ids means; worked out once for each list. */
function resolver(elements: readonly Drawn[]): (ids: Iterable<string>) => number[] {
  const byId = new Map<string, number>();
  for (const [index, { id }] of elements.entries()) if (id !== null && !byId.has(id)) byId.set(id, index);
  const resolved = new Map<Iterable<string>, number[]>();
  return (ids) => {
    const targets = resolved.get(ids) ?? [...ids].flatMap((id) => byId.get(id) ?? []);
    resolved.set(ids, targets);
    return targets;
  };
}
