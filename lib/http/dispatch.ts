import { randomUUID } from "node:crypto";
import { z } from "zod";
import { authenticate } from "@/lib/auth/authenticate";
import { idempotencyLeaseMs } from "@/lib/auth/idempotency-lease";
import { countRequest } from "@/lib/auth/rate-limit";
import { AppError, type FieldError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import type { Call, Reply } from "./call";
import { errorReplyAt } from "./error-replies";
import { fileReply } from "./file-reply";
import { readFormFile } from "./form-file";
import { fingerprint, readIdempotencyKey } from "./idempotency-key";
import { jsonReply } from "./json-reply";
import { nextLink } from "./next-link";
import { runOnce } from "./operations/once";
import type { Answer, Operation, Request } from "./operations/operation";
import { OPERATIONS } from "./operations/table";
import { limitRate } from "./rate-limit";
import { type Match, RouteTable } from "./route-table";

const ROUTES = new RouteTable(OPERATIONS);

/** Paths under these are the REST API's alone: what it does not know there is a problem, not a page. */
export const OWN_PATHS = ["/schema/", "/v1/", "/api/loyalty/", "/icons/"];

const REQUEST_ID = /^[\w.:-]{1,100}$/;

/**
 * Answers a REST request, or null when the path is not the API's. The whole pipeline: find the operation, tell the
 * caller, read the body, run, and turn whatever was thrown into an answer, once.
 */
export async function dispatch(call: Call): Promise<Reply | null> {
  const method = call.method === "HEAD" ? "GET" : call.method;
  const match = ROUTES.match(method, call.path);
  if (!match && !OWN_PATHS.some((prefix) => call.path.startsWith(prefix))) return null;
  const given = call.headers["x-request-id"];
  const requestId = given && REQUEST_ID.test(given) ? given : randomUUID();
  const limits: Record<string, string> = {};
  const reply = await answer(call, match, requestId, limits).catch((error: unknown) =>
    errorReplyAt(call.path)(error, requestId, (cause) =>
      logger().error({ error: cause, requestId, method: call.method, path: call.path }, "a request failed"),
    ),
  );
  return identified({ ...reply, headers: { ...reply.headers, ...limits } }, requestId);
}

function identified(reply: Reply, requestId: string): Reply {
  return { ...reply, headers: { ...reply.headers, "x-content-type-options": "nosniff", "x-request-id": requestId } };
}

async function answer(
  call: Call,
  match: Match | null,
  requestId: string,
  limits: Record<string, string>,
): Promise<Reply> {
  if (!match) throw new AppError("not_found", { detail: "There is nothing at this path." });
  const { operation, params, allow } = match;
  if (!operation) return refuseMethod(call.method, allow);
  return run(operation, call, params, requestId, limits);
}

async function run(
  operation: Operation,
  call: Call,
  params: Match["params"],
  requestId: string,
  limits: Record<string, string>,
): Promise<Reply> {
  const toRequest = (body: unknown): Request => ({ params, query: call.query, body });
  if (operation.access === "public-file") return fileReply(await operation.run(toRequest(undefined)), call);
  if (operation.access === "public")
    return jsonReply(await operation.run(toRequest(parseJson(await readBytes(operation, call, JSON_TYPE)))));
  const context = await authenticate(call.headers, Date.now(), requestId);
  limitRate(countRequest(context), limits);
  refuseUnknownParameters(operation, call.query);
  if ("id" in params && !z.uuid().safeParse(params["id"]).success) throw new AppError("not_found");
  const { actor } = context;
  const key = operation.method === "POST" && actor.kind === "key" ? readIdempotencyKey(call.headers) : null;
  const { prepare } = operation;
  const sent = prepare ? await readFile(operation, call) : await readBytes(operation, call, JSON_TYPE);
  // The clock of a request is read once it has arrived whole.
  const arrived = { ...context, now: Date.now() };
  // A file is prepared before any transaction; JSON is read within, so that a used key is told from a malformed body.
  const prepared = prepare && sent ? await prepare(arrived, sent) : undefined;
  const runIn = (inner: typeof arrived) => operation.run(inner, toRequest(prepare ? prepared : parseJson(sent)));
  if (key === null || actor.kind !== "key") return linkedReply(call, await runIn(arrived));
  const keyed = { key, fingerprint: fingerprint(call, sent), now: arrived.now, leaseMs: idempotencyLeaseMs() };
  return runOnce(arrived, actor.id, keyed, runIn, errorReplyAt(call.path));
}

function linkedReply(call: Call, answer: Answer): Reply {
  const reply = jsonReply(answer);
  if (answer.nextQuery) reply.headers["link"] = nextLink(call, answer.nextQuery);
  return reply;
}

/** A path that cannot be decoded never becomes a call: 400, in the shape of the API that it seems to mean. */
export function malformedPathReply(path: string): Reply {
  const detail = "The path has a % that begins no character of UTF-8.";
  return refusalReply(path, new AppError("invalid_request", { detail }));
}

/** The answer to what never becomes a call. */
export function refusalReply(path: string, error: AppError): Reply {
  const requestId = randomUUID();
  return identified(
    errorReplyAt(path)(error, requestId, () => {}),
    requestId,
  );
}

function refuseMethod(method: string, allow: string[]): Reply {
  const methods = [...allow, ...(allow.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  if (method === "OPTIONS") return { status: 204, headers: { allow: methods }, body: null };
  throw new AppError("method_not_allowed", { detail: `Here you can use ${methods}.`, headers: { allow: methods } });
}

/** @throws AppError `invalid_request` that names each parameter that the operation does not know, or that is given twice */
function refuseUnknownParameters({ parameters }: Operation, query: URLSearchParams): void {
  if (parameters === null) return;
  const known = parameters.length > 0 ? `known are ${parameters.join(", ")}` : "there is none to give here";
  const wrong = [...new Set(query.keys())].flatMap((name) => {
    if (!parameters.includes(name)) return parameterError(name, `is unknown; ${known}`);
    return query.getAll(name).length > 1 ? parameterError(name, "is given twice") : [];
  });
  if (wrong.length === 0) return;
  throw new AppError("invalid_request", {
    detail: `${wrong.map(({ message }) => message).join("; ")}.`,
    errors: wrong,
  });
}

function parameterError(name: string, what: string): FieldError {
  return { pointer: `?${name}`, code: "invalid_parameter", message: `${name} ${what}` };
}

const JSON_TYPE = "application/json";
const FORM_TYPE = "multipart/form-data";

/** The file in a form's body: a repeat may draw its boundary anew, so this and not the body is what was sent. */
async function readFile(operation: Operation, call: Call): Promise<Uint8Array> {
  const bytes = await readBytes(operation, call, FORM_TYPE);
  return readFormFile(call.headers["content-type"] ?? "", bytes ?? new Uint8Array());
}

function tooLarge(maxBytes: number, type: string): AppError {
  const detail = `The body may be at most ${maxBytes} bytes.`;
  const errors =
    type === FORM_TYPE ? [{ pointer: "file", code: "payload_too_large", message: "is far too large" }] : [];
  return new AppError("payload_too_large", { detail, errors });
}

/** The body as it was sent; null for an operation that takes none. */
async function readBytes({ maxBytes }: Operation, call: Call, expected: string): Promise<Uint8Array | null> {
  if (maxBytes === null) return null;
  const type = call.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (type !== expected)
    throw new AppError("unsupported_media_type", { detail: `Send the body as Content-Type: ${expected}.` });
  const bytes = await call.readBody(maxBytes);
  if (!bytes) throw tooLarge(maxBytes, expected);
  return bytes;
}

function parseJson(bytes: Uint8Array | null): unknown {
  if (!bytes) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new AppError("malformed_json", { detail: "The body is not valid JSON in UTF-8." });
  }
}
