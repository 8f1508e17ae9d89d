type Fields = Record<string, unknown>;
type Item = Fields & { id: unknown };

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
const areItems = (value: unknown): value is Item[] =>
  Array.isArray(value) && value.every((item) => isFields(item) && "id" in item);
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * What a form shows once a save is done: what was saved, and over it what was typed since it was sent. Records in a
 * list (with an `id`, null while they are new) keep what the save gave them, such as that id and their order.
 */
export function carryOver<Values>(sent: Values, typed: Values, saved: Values): Values;
export function carryOver(sent: unknown, typed: unknown, saved: unknown): unknown {
  if (same(sent, typed)) return saved;
  if (areItems(sent) && areItems(typed) && areItems(saved)) return carryItems(sent, typed, saved);
  if (!isFields(sent) || !isFields(typed) || !isFields(saved)) return typed;
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name, carryOver(sent[name], value, saved[name])]),
  );
}

function carryItems(sent: Item[], typed: Item[], saved: Item[]): Item[] {
  const known = new Set(sent.map(({ id }) => id));
  const made = saved.filter(({ id }) => !known.has(id));
  const savedOf = new Map<Item, Item | undefined>();
  for (const item of sent)
    savedOf.set(item, item.id === null ? takeClosest(made, item) : saved.find(({ id }) => id === item.id));

  const sentNew = sent.filter(({ id }) => id === null);
  const typedNew = typed.filter(({ id }) => id === null);
  const sentOf = (item: Item) => {
    if (item.id !== null) return sent.find(({ id }) => id === item.id);
    const removed = typedNew.length < sentNew.length;
    return sentNew.find((one) => same(one, item)) ?? (removed ? undefined : sentNew[typedNew.indexOf(item)]);
  };
  return typed.map((item) => {
    const before = sentOf(item);
    const after = before && savedOf.get(before);
    return before && after ? carryOver(before, item, after) : item;
  });
}

/** Takes from the records that a save made the one that has most in common with what was sent. */
function takeClosest(made: Item[], item: Item): Item | undefined {
  const inCommon = (one: Item) => Object.keys(item).filter((name) => same(item[name], one[name])).length;
  const closest = made.toSorted((one, other) => inCommon(other) - inCommon(one))[0];
  if (closest) made.splice(made.indexOf(closest), 1);
  return closest;
}
