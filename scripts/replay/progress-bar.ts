const WIDTH = 30;
const REDRAW_MS = 100;
/** Without a terminal: a line for every tenth. */
const STEPS = 10;

/** Shows how far a replay is: a bar that redraws itself on a terminal, plain lines in a log. */
export class ProgressBar {
  readonly #total: number;
  readonly #out: NodeJS.WriteStream;
  readonly #startedAt = performance.now();
  #done = 0;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #step = 0;

  constructor(total: number, out: NodeJS.WriteStream) {
    this.#total = total;
    this.#out = out;
  }

  add(logs: number): void {
    this.#done += logs;
    if (this.#out.isTTY) this.#redraw();
    else this.#print();
  }

  #redraw(): void {
    const now = performance.now();
    const finished = this.#done >= this.#total;
    if (!finished && now - this.#drawnAt < REDRAW_MS) return;
    this.#drawnAt = now;
    const filled = Math.round((this.#done / this.#total) * WIDTH);
    const bar = `${"█".repeat(filled)}${"░".repeat(WIDTH - filled)}`;
    this.#out.write(`\r${bar} ${this.#words()}\u001b[K${finished ? "\n" : ""}`);
  }

  #print(): void {
    const step = Math.floor((this.#done / this.#total) * STEPS);
    if (step === this.#step) return;
    this.#step = step;
    this.#out.write(`${this.#words()}\n`);
  }

  #words(): string {
    const seconds = (performance.now() - this.#startedAt) / 1000;
    const percent = Math.floor((this.#done / this.#total) * 100);
    return `${percent} %  ${this.#done} of ${this.#total} logs, ${Math.round(this.#done / seconds)} logs/s`;
  }
}
