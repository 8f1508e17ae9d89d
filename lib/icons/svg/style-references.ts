import type { ReferringRule } from "./clean-css";

/** What may match any element, as far as a name tells. */
const ANYTHING = /[*:[&|]/;
const NAMES = /[.#]?[^\s.#>+~,]+/g;

/** Which elements refer to what by stylesheets: rather too much than too little. */
export class StyleReferences {
  readonly #byName = new Map<string, Set<string>>();
  #size = 0;

  /** Pairs of a name in a selector and a reference of its rule. */
  get size(): number {
    return this.#size;
  }

  /** Takes in a rule, unless there would be more than `limit` pairs: then only their number. */
  add({ selector, ids }: ReferringRule, limit: number): void {
    const names = new Set(ANYTHING.test(selector) ? ["*"] : selector.match(NAMES));
    const named = new Set(ids);
    this.#size += names.size * named.size;
    if (this.#size > limit) return;
    for (const name of names) {
      const known = this.#byName.get(name) ?? new Set();
      this.#byName.set(name, known);
      for (const id of named) known.add(id);
    }
  }

  /** The ids that an element may refer to, some of them several times. */
  of(name: string, attributes: ReadonlyMap<string, string>): ReadonlySet<string>[] {
    if (this.#byName.size === 0) return [];
    const classes = (attributes.get("class") ?? "").split(/\s+/).map((one) => `.${one}`);
    const names = new Set(["*", name, `#${attributes.get("id")}`, ...classes]);
    return [...names].flatMap((known) => this.#byName.get(known) ?? []);
  }
}
