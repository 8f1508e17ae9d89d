import type { APIRequestContext, APIResponse } from "@playwright/test";
import { SignJWT } from "jose";
import { WIDGET_SECRET } from "./settings";

interface Wire {
  id: string;
  [field: string]: unknown;
}

const TOKEN_SECONDS = 600;

/** The REST API as a customer's server uses it, for what a spec needs to be there. */
export class ProgramApi {
  constructor(private readonly request: APIRequestContext) {}

  async programId(): Promise<string> {
    const { programId } = await this.#send<{ programId: string }>("GET", "/api/whoami");
    return programId;
  }

  async create(slug: string, record: Record<string, unknown>): Promise<Wire> {
    return (await this.#send<{ data: Wire }>("POST", `/schema/${slug}/record`, record)).data;
  }

  /** A record with its texts as a reader of the language gets them. */
  async read(slug: string, id: string, languageCode: string): Promise<Wire> {
    return (await this.#send<{ data: Wire }>("GET", `/schema/${slug}/record/${id}?languageCode=${languageCode}`)).data;
  }

  async get(slug: string, id: string): Promise<Wire> {
    return (await this.#send<{ data: Wire }>("GET", `/schema/${slug}/record/${id}`)).data;
  }

  /** Why a run or a window stands as it does, as the API tells it. */
  async timeline<Timeline>(kind: "streak" | "challenge", id: unknown): Promise<Timeline> {
    return this.#send<Timeline>("GET", `/schema/${kind}_progress/record/${id}/timeline`);
  }

  /** Creates up to 1,000 logs; each must be taken. */
  async createBatch(slug: string, records: Record<string, unknown>[]): Promise<void> {
    const { data } = await this.#send<{ data: { status: number }[] }>("POST", `/schema/${slug}/record/batch`, records);
    const refused = data.find(({ status }) => status !== 201);
    if (refused) throw new Error(`a row of the batch answered ${JSON.stringify(refused)}`);
  }

  /** Up to 1,000 records that a filter matches, the newest first. */
  async list(slug: string, filter: Record<string, unknown>): Promise<Wire[]> {
    const query = new URLSearchParams({ limit: "1000", filters: JSON.stringify(filter) });
    return (await this.#send<{ data: Wire[] }>("GET", `/schema/${slug}/record?${query}`)).data;
  }

  /** Awards the points of the rule for an event to a member, who is made when new. */
  async award(award: Record<string, unknown>): Promise<void> {
    await this.#send("POST", "/v1/points/award", award);
  }

  async update(slug: string, id: string, patch: Record<string, unknown>): Promise<Wire> {
    return (await this.#send<{ data: Wire }>("PATCH", `/schema/${slug}/record/${id}`, patch)).data;
  }

  async delete(slug: string, id: string): Promise<void> {
    await this.#answer("DELETE", `/schema/${slug}/record/${id}`);
  }

  /** A member's token, as the customer's server signs it; `seconds` until it ends. */
  async tokenOf(externalId: string, seconds = TOKEN_SECONDS, userData: object = {}, program?: string): Promise<string> {
    return new SignJWT({ userData: { externalId, ...userData } })
      .setProtectedHeader({ alg: "HS256" })
      .setSubject(program ?? (await this.programId()))
      .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
      .sign(new TextEncoder().encode(WIDGET_SECRET));
  }

  async #send<Answer>(method: string, path: string, data?: unknown): Promise<Answer> {
    return (await this.#answer(method, path, data)).json();
  }

  async #answer(method: string, path: string, data?: unknown): Promise<APIResponse> {
    const response = await this.request.fetch(path, { method, data });
    if (!response.ok()) throw new Error(`${method} ${path} answered ${response.status()}: ${await response.text()}`);
    return response;
  }
}
