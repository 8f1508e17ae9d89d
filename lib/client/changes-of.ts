/** The fields of a record that differ from what they were: nothing else is sent, so that others' changes stay. */
export function changesOf<Wire extends object>(before: Wire, after: Wire): Partial<Wire> {
  const old = new Map(Object.entries(before).map(([field, value]) => [field, JSON.stringify(value)]));
  const differing = Object.entries(after).filter(([field, value]) => JSON.stringify(value) !== old.get(field));
  return Object.fromEntries(differing) as Partial<Wire>;
}
