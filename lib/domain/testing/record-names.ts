/**
 * Tells the ledger's ids by the names that the model gives its records: the first time that both show a record, they
 * are taken for the same, and must be for ever after.
 */
export class RecordNames {
  readonly #byId = new Map<string, number>();
  readonly #taken = new Set<number>();

  /** The model's name of a record; `pairWith` is what the model has in its place, when it has something. */
  nameOf(id: string, pairWith?: number): string {
    if (!this.#byId.has(id) && pairWith !== undefined && !this.#taken.has(pairWith)) {
      this.#byId.set(id, pairWith);
      this.#taken.add(pairWith);
    }
    const name = this.#byId.get(id);
    return name === undefined ? `unknown ${id}` : String(name);
  }
}
