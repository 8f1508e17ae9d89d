/** One at a time, in the order in which they came; whoever gives up waiting leaves the line at once. */
export class WaitingLine {
  #busy = false;
  readonly #waiting = new Set<() => void>();

  get idle(): boolean {
    return !this.#busy;
  }

  /** Resolves to true when it is the caller's turn, who ends it by `leave`; to false when `signal` came first. */
  async enter(signal: AbortSignal | undefined, onWait: () => void): Promise<boolean> {
    if (signal?.aborted) return false;
    if (!this.#busy) {
      this.#busy = true;
      return true;
    }
    onWait();
    return new Promise((done) => {
      const come = () => {
        signal?.removeEventListener("abort", giveUp);
        done(true);
      };
      const giveUp = () => {
        this.#waiting.delete(come);
        done(false);
      };
      this.#waiting.add(come);
      signal?.addEventListener("abort", giveUp, { once: true });
    });
  }

  leave(): void {
    const [next] = this.#waiting;
    if (next) this.#waiting.delete(next);
    else this.#busy = false;
    next?.();
  }
}
