import { inject } from "vitest";

/** Any JSON that the API answers; tests look at what they expect. */
export type Json = Record<string, unknown>;

/** A record with the fields that nearly every test reads. */
export interface WireRecord extends Json {
  id: string;
}

export interface Reply<Body = Json> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface ListBody<Row = WireRecord> {
  data: Row[];
  paging: { offset: number; limit: number; nextCursor: string | null; totalCount?: number };
}

export interface Problem extends Json {
  status: number;
  code: string;
  detail: string;
  requestId: string;
  errors: { pointer: string; code: string; message: string }[];
}

export interface Options {
  headers?: Record<string, string>;
  query?: Record<string, unknown>;
}

/** One caller of the API under test: requests carry the headers that say who it is. */
export class Client {
  readonly baseUrl: string;
  readonly #headers: Record<string, string>;

  constructor(headers: Record<string, string>, baseUrl = inject("server").baseUrl) {
    this.baseUrl = baseUrl;
    this.#headers = headers;
  }

  get<Body = Json>(path: string, options: Options = {}): Promise<Reply<Body>> {
    return this.send<Body>("GET", path, undefined, options);
  }

  post<Body = Json>(path: string, body: unknown, options: Options = {}): Promise<Reply<Body>> {
    return this.send<Body>("POST", path, body, options);
  }

  patch<Body = Json>(path: string, body: unknown, options: Options = {}): Promise<Reply<Body>> {
    return this.send<Body>("PATCH", path, body, options);
  }

  delete<Body = Json>(path: string, options: Options = {}): Promise<Reply<Body>> {
    return this.send<Body>("DELETE", path, undefined, options);
  }

  /** Sends a body as JSON; a string or bytes go as they are. No answer is an error here: tests read the status. */
  async send<Body = Json>(method: string, path: string, body?: unknown, options: Options = {}): Promise<Reply<Body>> {
    const raw = typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
    const response = await fetch(`${this.baseUrl}${path}${queryOf(options.query)}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...this.#headers,
        ...options.headers,
      },
      body: body === undefined ? null : (raw as string),
    });
    const text = await response.text();
    const body_ = text === "" ? {} : (JSON.parse(text) as unknown);
    return { status: response.status, headers: response.headers, body: body_ as Body };
  }

  /** Creates a record that must come about. */
  async create(slug: string, values: unknown): Promise<WireRecord> {
    const { status, body } = await this.post<{ data: WireRecord }>(`/schema/${slug}/record`, values);
    if (status !== 201) throw new Error(`POST ${slug} answered ${status}: ${JSON.stringify(body)}`);
    return body.data;
  }

  /** Reads a record that must be there. */
  async read(slug: string, id: string): Promise<WireRecord> {
    const { status, body } = await this.get<{ data: WireRecord }>(`/schema/${slug}/record/${id}`);
    if (status !== 200) throw new Error(`GET ${slug} ${id} answered ${status}: ${JSON.stringify(body)}`);
    return body.data;
  }

  /** One page of a list that must be answered. */
  async list<Row = WireRecord>(slug: string, query: Record<string, unknown> = {}): Promise<ListBody<Row>> {
    const { status, body } = await this.get<ListBody<Row>>(`/schema/${slug}/record`, { query });
    if (status !== 200) throw new Error(`GET ${slug} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  /** Every row of a list, page after page by cursor. */
  async all<Row = WireRecord>(slug: string, query: Record<string, unknown> = {}): Promise<Row[]> {
    const rows: Row[] = [];
    let cursor: string | null = null;
    do {
      const after: Record<string, unknown> = cursor === null ? {} : { startingAfter: cursor };
      const { data, paging }: ListBody<Row> = await this.list<Row>(slug, { limit: 1000, ...query, ...after });
      rows.push(...data);
      cursor = paging.nextCursor;
    } while (cursor !== null);
    return rows;
  }
}

function queryOf(query: Record<string, unknown> | undefined): string {
  if (!query || Object.keys(query).length === 0) return "";
  const pairs = Object.entries(query).map(([name, value]) => [
    name,
    typeof value === "object" ? JSON.stringify(value) : String(value),
  ]);
  return `?${new URLSearchParams(pairs)}`;
}

/** The server of the program under test, with every scope. */
export function admin(): Client {
  return new Client({ "x-api-key": inject("server").apiSecret });
}

/** Nobody: no header says who asks. */
export function stranger(): Client {
  return new Client({});
}

export const where = (fieldSlug: string, value: unknown, operator = "eq") => ({ fieldSlug, operator, value });
