/** Counts in how many cases something happened, so that a property can show that it was put to the test. */
export class CaseClasses<Name extends string> {
  readonly #counts: Map<Name, number>;
  #cases = 0;

  constructor(names: readonly Name[]) {
    this.#counts = new Map(names.map((name) => [name, 0]));
  }

  add(happened: ReadonlySet<Name>): void {
    this.#cases += 1;
    for (const name of happened) this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  get cases(): number {
    return this.#cases;
  }

  /** Share of the cases in which it happened, 0 to 1. */
  share(name: Name): number {
    return (this.#counts.get(name) ?? 0) / Math.max(this.#cases, 1);
  }

  toString(): string {
    const shares = [...this.#counts.keys()].map((name) => `${name} ${(this.share(name) * 100).toFixed(1)} %`);
    return `${this.#cases} cases: ${shares.join(", ")}`;
  }
}
