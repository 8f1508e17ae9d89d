/** The fields among `names` that a patch would change. Giving a locked field its own value again changes nothing. */
export function lockedFields<Name extends string>(
  names: readonly Name[],
  current: Readonly<Record<Name, unknown>>,
  changes: Readonly<Partial<Record<Name, unknown>>>,
): Name[] {
  return names.filter((name) => changes[name] !== undefined && changes[name] !== current[name]);
}
