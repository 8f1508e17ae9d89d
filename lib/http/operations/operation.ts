import type { ServiceContext } from "@/lib/services/context";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** What an operation is handed. `body` is parsed JSON, for operations that take one. */
export interface Request {
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: unknown;
}

/** What an operation answers with; `body` undefined has no content. */
export interface Answer {
  status: number;
  body?: unknown;
  /** False: no final answer, so a repeat with the same Idempotency-Key is to run again. */
  final?: false;
  /** The query of the next page of a list, told as `Link: <…>; rel="next"`. */
  nextQuery?: URLSearchParams;
}

interface Shape {
  method: Method;
  /** As in OpenAPI: `/schema/streak/record/{id}`. */
  path: string;
  /** Largest JSON body in bytes; null takes none. */
  maxBytes: number | null;
  /** The query parameters that it knows; null: it reads them all itself, and refuses what it does not know. */
  parameters: readonly string[] | null;
}

/** One row of the table: the pipeline is the same for all. Public ones run without a caller. */
export type Operation =
  | (Shape & { access: "public"; run(request: Request): Promise<Answer> })
  | (Shape & { access: "program"; run(context: ServiceContext, request: Request): Promise<Answer> });

export const MAX_BODY = 1024 * 1024;
export const MAX_BATCH_BODY = 5 * 1024 * 1024;
