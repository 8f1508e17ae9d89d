import type { ServiceContext } from "@/lib/services/context";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** What an operation is handed. `body` is parsed JSON, or what `prepare` made of a file, for operations that take one. */
export interface Request {
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: unknown;
}

/** A file that is answered as it is: what is at its address never changes. */
export interface AnsweredFile {
  bytes: Uint8Array;
  contentType: string;
  sha256: string;
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
  /** Largest body in bytes; null takes none. */
  maxBytes: number | null;
  /** The query parameters that it knows; null: it reads them all itself, and refuses what it does not know. */
  parameters: readonly string[] | null;
}

/** An operation of a program: its body is JSON, or a form with one file. */
interface ProgramOperation extends Shape {
  access: "program";
  /** Takes the file of a form, and makes of it what `run` gets. What takes long is done here, before any transaction. */
  prepare?(context: ServiceContext, file: Uint8Array): Promise<unknown>;
  run(context: ServiceContext, request: Request): Promise<Answer>;
}

/** One row of the table: the pipeline is the same for all. Public ones run without a caller; some answer a file. */
export type Operation =
  | (Shape & { access: "public"; run(request: Request): Promise<Answer> })
  | (Shape & { access: "public-file"; run(request: Request): Promise<AnsweredFile> })
  | ProgramOperation;

export const MAX_BODY = 1024 * 1024;
export const MAX_BATCH_BODY = 5 * 1024 * 1024;
