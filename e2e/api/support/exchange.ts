import { type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";
import { gunzipSync } from "node:zlib";

/** An answer as it came over the wire, but for what differs between any two answers. */
export interface Exchange {
  call: string;
  status: number;
  headers: IncomingHttpHeaders;
  body: unknown;
}

export interface Sent {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array | undefined;
}

// About the connection and the moment, not about the answer.
const OF_THE_MOMENT = ["date", "connection", "keep-alive"];
// How the bytes are packed is the host's: Next lets no route handler say any of these, and chunks every body.
const OF_THE_HOST = ["content-length", "content-encoding", "transfer-encoding"];
// Next names the headers by which its own router varies, also where a route handler answers.
const OF_NEXT = /^(rsc|next-[a-z-]+)$/;
/** Times from here on are of this run. */
const START = Date.now() - 1000;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;
const LINK_CURSOR = /(startingAfter=)[\w.-]+/g;
const CURSOR = /"nextCursor":"[^"]+"/g;
// Of the widget's document, in its header and in the document: a hash of what is shown, ids and all.
const ETAG = /(?<=(?:"|&quot;))[\w-]{27}(?=\\?(?:"|&quot;))/g;

/** One caller of one front. Ids become numbers in the order in which they come up, times of the run become `now`. */
export class Recorder {
  readonly exchanges: Exchange[] = [];
  readonly #baseUrl: string;
  readonly #ids = new Map<string, string>();

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  /** Sends a request, keeps the exchange and answers the body as it came. */
  async send(sent: Sent): Promise<string> {
    const { method, path, headers = {}, body = "" } = sent;
    const length: Record<string, string> =
      body.length === 0 ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const { response, bytes } = await exchange(`${this.#baseUrl}${path}`, method, { ...headers, ...length }, body);
    const packed = response.headers["content-encoding"] === "gzip";
    const text = (packed && bytes.length > 0 ? gunzipSync(bytes) : bytes).toString("utf8");
    const kept = Object.entries(response.headers).filter(
      ([name]) => ![...OF_THE_MOMENT, ...OF_THE_HOST, "vary"].includes(name),
    );
    const varies = variesBy(response.headers.vary);
    this.exchanges.push({
      call: this.#plain(`${method} ${path}`),
      status: response.statusCode ?? 0,
      headers: JSON.parse(this.#plain(JSON.stringify({ ...Object.fromEntries(kept), ...varies }))),
      body: this.#plain(text),
    });
    return text;
  }

  #plain(text: string): string {
    return text
      .replaceAll(this.#baseUrl, "<front>")
      .replace(LINK_CURSOR, "$1<cursor>")
      .replace(CURSOR, '"nextCursor":"<cursor>"')
      .replace(ETAG, "<etag>")
      .replace(TIME, (time) => (Date.parse(time) >= START ? "<now>" : time))
      .replace(UUID, (id) => {
        const known = this.#ids.get(id) ?? `<id ${this.#ids.size + 1}>`;
        this.#ids.set(id, known);
        return known;
      });
  }
}

/** By what an answer varies besides how it is packed. */
function variesBy(vary = ""): { vary?: string } {
  const names = vary
    .split(/\s*,\s*/)
    .filter((name) => name !== "" && name !== "accept-encoding" && !OF_NEXT.test(name));
  return names.length > 0 ? { vary: names.join(", ") } : {};
}

/** By node:http: fetch would unpack the body and hide what was sent. */
async function exchange(url: string, method: string, headers: Record<string, string>, body: string | Uint8Array) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { method, headers, agent: false }, resolve).on("error", reject).end(body);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  return { response, bytes: Buffer.concat(chunks) };
}
