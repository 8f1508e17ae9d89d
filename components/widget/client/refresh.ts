import { celebrate } from "./celebrate";
import { countDown } from "./countdown";
import { tell } from "./host";
import { link, readAs } from "./link";

const EVERY_MS = 7000;
const SLOWEST_MS = 60_000;
const PATIENCE_MS = 15_000;

/** Keeps the document as the server has it while somebody looks, and shows the last good state when it cannot. */
export class Refresher {
  #token: string | null;
  #etag = link.etag;
  #asked = 0;
  #failures = 0;
  #timer = 0;
  #good = Date.now();
  #notice: HTMLElement | null = null;

  constructor(token: string | null) {
    this.#token = token;
    document.addEventListener("visibilitychange", () => document.hidden || this.refresh());
  }

  /** Goes on as whom the token names, which need not be whom the document was made for. */
  takeToken(token: string): void {
    this.#token = token;
    this.#told = null;
    void this.refresh();
  }

  get token(): string | null {
    return this.#token;
  }

  /** Asks once, now, and again and again from then on while there is a member to ask for. */
  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    const asked = ++this.#asked;
    const token = this.#token;
    if (token === null) return;
    try {
      const response = await fetch(location.href, {
        headers: { "if-none-match": this.#etag, "x-enduser-access-token": token },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const html = response.status === 200 || response.status === 401 ? await response.text() : null;
      // A later request, perhaps of another member, has overtaken this one.
      if (asked !== this.#asked) return;
      if (html === null && response.status !== 304) throw new Error();
      this.#succeed(response, html);
    } catch {
      if (asked === this.#asked) this.#fail();
    }
    this.later();
  }

  /** Sets the time of the next request. */
  later(): void {
    clearTimeout(this.#timer);
    const wait = Math.min(EVERY_MS * 2 ** this.#failures, SLOWEST_MS);
    if (this.#token !== null) this.#timer = window.setTimeout(() => document.hidden || this.refresh(), wait);
  }

  #succeed(response: Response, html: string | null): void {
    this.#failures = 0;
    this.#good = Date.now();
    this.#notice?.remove();
    this.#notice = null;
    if (html !== null) {
      this.#etag = response.headers.get("etag") ?? "";
      swap(html);
      countDown(this.#good);
    }
    if (response.status === 401) {
      this.#token = null;
      tell({ type: "tokenExpired" });
      return;
    }
    const seconds = response.headers.get("milepost-expires-in");
    this.#tellToken(seconds === null ? null : Number(seconds));
    void celebrate(this.#token).catch(() => {});
  }

  #told: string | null = link.token;

  /** The host waits for word of each token that it sent, and then for its end. */
  #tellToken(expiresIn: number | null): void {
    if (this.#told === this.#token) return;
    this.#told = this.#token;
    tell({ type: "ready", title: document.title, expiresIn });
  }

  #fail(): void {
    if (this.#failures++ === 0) tell({ type: "error", code: "offline" });
    if (this.#notice) return;
    const time = new Intl.DateTimeFormat(link.locale, { timeStyle: "short", timeZone: link.timeZone });
    this.#notice = document.createElement("p");
    this.#notice.className = "notice";
    this.#notice.setAttribute("role", "status");
    document.body.prepend(this.#notice);
    this.#notice.textContent = link.texts.asOf.replace("{at}", time.format(this.#good));
  }
}

/** Puts a newer document in the place of this one: what was open stays open, and the focus where it was. */
function swap(html: string): void {
  const next = new DOMParser().parseFromString(html, "text/html");
  const [main, fresh] = [document.querySelector("main"), next.querySelector("main")];
  if (!main || !fresh) return;
  const before = { rewards: rewardStates(), progress: JSON.stringify(progress()) };
  const open = [...main.querySelectorAll("details")].map(({ id, open }) => [id, open] as const);
  const focused = document.activeElement?.id;
  main.replaceWith(document.adoptNode(fresh));
  const { lang, dir } = next.documentElement;
  Object.assign(document.documentElement, { lang, dir });
  readAs(next);
  for (const [id, was] of open) {
    const details = document.getElementById(id);
    if (details instanceof HTMLDetailsElement) details.open = was;
  }
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  for (const [reward, state] of rewardStates())
    if (before.rewards.get(reward) !== state) tell({ type: "reward", reward, state });
  if (JSON.stringify(progress()) !== before.progress) tell({ type: "progress", campaigns: progress() });
}

function rewardStates(): Map<string, string> {
  const cards = document.querySelectorAll<HTMLElement>("[data-reward]");
  return new Map([...cards].map(({ dataset }) => [dataset["reward"] ?? "", dataset["state"] ?? ""]));
}

/** How far the member is with each campaign. */
export function progress(): { id: string; value: number }[] {
  const cards = document.querySelectorAll<HTMLElement>("[data-value]");
  return [...cards].map(({ id, dataset }) => ({ id: id.slice(2), value: Number(dataset["value"]) }));
}
