// The loader on the shop's page: <milepost-widget>, and the script's own tag as one (docs/embed.md).
import { messageIn, type ToDocument, type ToHost, VERSION } from "./protocol";

type TokenSource = () => string | null | undefined | Promise<string | null | undefined>;

const RENEW_BEFORE_S = 60;
const SOONEST_S = 5;
const RETRY_MS = 15_000;
const FIRST_HEIGHT_PX = 320;
const script = document.currentScript as HTMLScriptElement | null;
/** Where the loader came from is where the widget is. */
const server = new URL(script?.src ?? location.href);

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
}

function field(name: string, value: string): HTMLInputElement {
  return Object.assign(document.createElement("input"), { type: "hidden", name, value });
}

/**
 * A member's widget in an iframe, as high as its content. Attributes: `program`, `language`, and `get-token`, the name
 * of a global function; or the property `getToken`. Without a token its reader is a guest.
 */
class MilepostWidget extends HTMLElement {
  static observedAttributes = ["program", "language", "get-token"];

  #source: TokenSource | undefined;
  #id = "";
  #frame: HTMLIFrameElement | null = null;
  #timer = 0;
  #planned = false;
  /** How far the frame is: before the form is posted it is opened anew as one likes, and its document hears when ready. */
  #stage: "empty" | "posted" | "ready" = "empty";
  /** Whether the page gave a token for what the frame shows. */
  #member = false;
  /** The function failed, or is another one, which may speak for another member: it has not answered yet. */
  #unanswered = false;
  /** A token was sent into the frame and not found good yet. */
  #unproven = false;

  constructor() {
    super();
    // A property that was set before this class was known would hide the accessor.
    const early = Object.getOwnPropertyDescriptor(this, "getToken")?.value as TokenSource | undefined;
    if (!early) return;
    delete (this as { getToken?: TokenSource }).getToken;
    this.#source = early;
  }

  get getToken(): TokenSource | undefined {
    return this.#source;
  }

  set getToken(source: TokenSource | undefined) {
    if (source === this.#source) return;
    this.#source = source;
    this.#unanswered = this.#stage !== "empty";
    if (!this.#unanswered) this.#plan();
    if (this.#stage === "ready") void this.#renew();
  }

  connectedCallback(): void {
    this.style.display ||= "block";
    addEventListener("message", this.#receive);
    this.#plan();
  }

  disconnectedCallback(): void {
    removeEventListener("message", this.#receive);
    clearTimeout(this.#timer);
    this.#id = "";
    this.#stage = "empty";
    this.#frame?.remove();
    this.#frame = null;
  }

  attributeChangedCallback(): void {
    this.#plan();
  }

  /** Attributes and properties come one by one: the frame is opened once, when they are all there. */
  #plan(): void {
    if (this.#planned || !this.isConnected) return;
    this.#planned = true;
    queueMicrotask(() => {
      this.#planned = false;
      if (this.isConnected) void this.#open();
    });
  }

  async #open(): Promise<void> {
    const program = this.getAttribute("program");
    if (!program) return;
    const id = newId();
    this.#id = id;
    this.#stage = "empty";
    this.#unanswered = this.#unproven = false;
    clearTimeout(this.#timer);
    const frame = document.createElement("iframe");
    Object.assign(frame, {
      name: `milepost-${id}`,
      title: this.getAttribute("title") ?? "Rewards",
      // Named, since the frame has no address of its own for "src" to mean.
      allow: `clipboard-write ${server.origin}`,
    });
    // Through the object model, which a strict content security policy lets pass.
    Object.assign(frame.style, {
      display: "block",
      width: "100%",
      border: "0",
      height: `${this.#frame?.offsetHeight || FIRST_HEIGHT_PX}px`,
    });
    this.#frame?.remove();
    this.#frame = frame;
    this.append(frame);
    const token = await this.#token();
    // Another open has begun meanwhile, or the element is gone.
    if (this.#id !== id) return;
    this.#stage = "posted";
    this.#unanswered = token === undefined;
    this.#member = Boolean(token);
    this.#post(frame, program, token ?? null);
  }

  /** The token goes in the body of a form, into the frame: in no address, and the member's page arrives whole. */
  #post(frame: HTMLIFrameElement, program: string, token: string | null): void {
    const url = new URL(`/widget/${encodeURIComponent(program)}`, server);
    const language = this.getAttribute("language");
    if (language) url.searchParams.set("languageCode", language);
    const form = Object.assign(document.createElement("form"), {
      method: "post",
      action: url.href,
      target: frame.name,
      hidden: true,
    });
    form.append(field("origin", location.origin), field("id", this.#id), ...(token ? [field("token", token)] : []));
    this.append(form);
    form.submit();
    form.remove();
  }

  /** Null: nobody is signed in. Undefined: the function failed. */
  async #token(): Promise<string | null | undefined> {
    const name = this.getAttribute("get-token");
    const named = name === null ? undefined : ((window as unknown as Record<string, unknown>)[name] as TokenSource);
    try {
      return (await (this.#source ?? named)?.()) || null;
    } catch {
      this.#emit("error", { code: "token" });
      return undefined;
    }
  }

  readonly #receive = (event: MessageEvent): void => {
    const from = { window: this.#frame?.contentWindow ?? null, origin: server.origin, id: this.#id };
    const message = messageIn<ToHost>(event, from);
    if (!message || !this.#frame) return;
    if (message.type === "resize") this.#frame.style.height = `${message.height}px`;
    if (message.type === "ready") this.#stand(message.expiresIn);
    if (message.type === "tokenExpired") this.#refused();
    const { type, ...detail } = message;
    this.#emit(type, detail);
  };

  #stand(expiresIn: number | null): void {
    this.#stage = "ready";
    this.#unproven = false;
    if (this.#unanswered) void this.#renew();
    else if (expiresIn !== null) this.#renewIn(Math.max(expiresIn - RENEW_BEFORE_S, SOONEST_S) * 1000);
  }

  /** Who has just sent a token that was refused gets no better one by asking at once. */
  #refused(): void {
    if (this.#unproven) this.#renewIn(RETRY_MS);
    else void this.#renew();
  }

  #renewIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#renew(), milliseconds);
  }

  /** Sends a new token into the frame, which goes on without being loaded anew. */
  async #renew(): Promise<void> {
    const [id, source] = [this.#id, this.#source];
    const token = await this.#token();
    // Another open has begun meanwhile, or another function is asked, or the element is gone.
    if (this.#id !== id || this.#source !== source) return;
    const answered = this.#unanswered && token !== undefined;
    if (answered) this.#unanswered = false;
    if (!token && !answered) return this.#renewIn(RETRY_MS);
    if (!token) {
      // Signed out: what the member had goes away.
      if (this.#member) this.#plan();
      return;
    }
    this.#member = this.#unproven = true;
    const message: ToDocument = { type: "token", token };
    this.#frame?.contentWindow?.postMessage({ ...message, milepost: VERSION, id }, server.origin);
  }

  #emit(type: string, detail: object): void {
    const { milepost: _, id: __, ...told } = detail as Record<string, unknown>;
    this.dispatchEvent(new CustomEvent(`milepost:${type}`, { detail: told, bubbles: true }));
  }
}

if (!customElements.get("milepost-widget")) customElements.define("milepost-widget", MilepostWidget);

function standIn(tag: HTMLScriptElement): void {
  const { program, language, getToken } = tag.dataset;
  if (!program) return;
  const widget = document.createElement("milepost-widget");
  for (const [name, value] of Object.entries({ program, language, "get-token": getToken }))
    if (value) widget.setAttribute(name, value);
  const place = () => (tag.closest("body") ? tag.after(widget) : document.body.append(widget));
  if (document.body) place();
  else addEventListener("DOMContentLoaded", place);
}

if (script) standIn(script);
