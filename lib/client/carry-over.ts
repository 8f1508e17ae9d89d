type Fields = Record<string, unknown>;
type Item = Fields & { id: unknown };

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
const areItems = (value: unknown): value is Item[] =>
  Array.isArray(value) && value.every((item) => isFields(item) && "id" in item);
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Carries what was typed since `before` over to what is saved now: once a save is done, or when a draft is put back on a
 * record that others have changed meanwhile. What was not typed is as it is saved. Records in a list (with an `id`, null
 * while they are new) get the ids that a save gave them; those that others added are there, those they deleted are not.
 */
export function carryOver<Values>(before: Values, typed: Values, saved: Values): Values;
export function carryOver(before: unknown, typed: unknown, saved: unknown): unknown {
  if (same(before, typed)) return saved;
  if (areItems(before) && areItems(typed) && areItems(saved)) return carryItems(before, typed, saved);
  if (!isFields(before) || !isFields(typed) || !isFields(saved)) return typed;
  return Object.fromEntries(
    Object.entries(saved).map(([name, value]) => [
      name,
      // A draft of an older version lacks the fields that came since.
      name in typed ? carryOver(before[name], typed[name], value) : value,
    ]),
  );
}

function carryItems(before: Item[], typed: Item[], saved: Item[]): Item[] {
  const known = new Set(before.map(({ id }) => id));
  const made = saved.filter(({ id }) => !known.has(id));
  const savedOf = new Map<Item, Item | undefined>();
  for (const item of before)
    savedOf.set(item, item.id === null ? takeClosest(made, item) : saved.find(({ id }) => id === item.id));

  const beforeNew = before.filter(({ id }) => id === null);
  const typedNew = typed.filter(({ id }) => id === null);
  const beforeOf = (item: Item) => {
    if (item.id !== null) return before.find(({ id }) => id === item.id);
    const removed = typedNew.length < beforeNew.length;
    return beforeNew.find((one) => same(one, item)) ?? (removed ? undefined : beforeNew[typedNew.indexOf(item)]);
  };
  const carried = typed.flatMap((item) => {
    const old = beforeOf(item);
    const now = old && savedOf.get(old);
    if (old && now) return [carryOver(old, item, now)];
    return item.id === null ? [item] : [];
  });
  return [...carried, ...made];
}

/** Takes from the records that a save made the one that has most in common with what was sent. */
function takeClosest(made: Item[], item: Item): Item | undefined {
  const inCommon = (one: Item) => Object.keys(item).filter((name) => same(item[name], one[name])).length;
  const closest = made.toSorted((one, other) => inCommon(other) - inCommon(one))[0];
  if (closest) made.splice(made.indexOf(closest), 1);
  return closest;
}
