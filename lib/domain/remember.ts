/**
 * A function of a text that is worked out once for each text. Texts come with requests, so it forgets all when there are
 * `most`: without an end a stranger could fill the memory with made-up ones.
 */
export function remember<Value>(most: number, work: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, { value: Value }>();
  return (key) => {
    const kept = known.get(key);
    if (kept) return kept.value;
    const value = work(key);
    if (known.size >= most) known.clear();
    known.set(key, { value });
    return value;
  };
}
