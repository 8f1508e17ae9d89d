import { ReplayFailure } from "./failure";

/** A record as the API gives it, as far as a replay looks. */
export interface ApiRecord {
  id: string;
  name?: string;
  currentProgressValue?: number;
}

interface List {
  data: ApiRecord[];
  paging: { totalCount?: number };
}

/** What became of one row of a batch. */
export interface RowResult {
  status: number;
  data?: {
    id: string;
    achievedMilestones: { id: string; milestoneTargetValue: number }[];
  };
  error?: { code: string; detail: string };
}

const TIME_LIMIT_MS = 120_000;

/** The few calls of the REST API that a replay makes. Each throws ReplayFailure that says what to mend. */
export class Api {
  readonly #url: string;
  readonly #secret: string;

  constructor(url: string, secret: string) {
    this.#url = url.replace(/\/+$/, "");
    this.#secret = secret;
  }

  /** Asks who the secret is, so that a wrong address or secret is told before anything is sent. */
  async greet(): Promise<{ programId: string; mode: string }> {
    return (await this.#send("GET", "/api/whoami")) as { programId: string; mode: string };
  }

  async create(slug: string, values: object): Promise<ApiRecord> {
    return ((await this.#send("POST", `/schema/${slug}/record`, values)) as { data: ApiRecord }).data;
  }

  async list(slug: string, parameters: Record<string, unknown>): Promise<List> {
    const query = new URLSearchParams(
      Object.entries(parameters).map(([name, value]) => [
        name,
        typeof value === "object" ? JSON.stringify(value) : String(value),
      ]),
    );
    return (await this.#send("GET", `/schema/${slug}/record?${query}`)) as List;
  }

  async batch(slug: "streak" | "challenge", logs: object[]): Promise<RowResult[]> {
    return ((await this.#send("POST", `/schema/${slug}_log/record/batch`, logs)) as { data: RowResult[] }).data;
  }

  async #send(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        "x-api-key": this.#secret,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    }).catch((error: Error) => {
      const cause = error.cause instanceof Error ? error.cause.message || String(error.cause) : error.message;
      throw new ReplayFailure(
        `No Milepost answers at ${this.#url} (${cause}). Start one with npm start, or give --url.`,
      );
    });
    const text = await response.text();
    if (response.ok) return parseAnswer(text, this.#url);
    if (response.status === 401)
      throw new ReplayFailure(
        `${this.#url} does not know this secret. Give the one that npm start printed, as --secret or MILEPOST_API_SECRET.`,
      );
    throw new ReplayFailure(`${method} ${path} answered ${response.status}: ${problemOf(text)}`);
  }
}

function parseAnswer(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ReplayFailure(`What answers at ${url} is no Milepost: it sent no JSON.`);
  }
}

function problemOf(text: string): string {
  try {
    const { detail, requestId } = JSON.parse(text) as { detail: string; requestId: string };
    return `${detail} (request ${requestId})`;
  } catch {
    return text.slice(0, 200);
  }
}
