import { randomUUID } from "node:crypto";
import { z } from "zod";
import { authenticate } from "@/lib/auth/authenticate";
import { AppError } from "@/lib/errors";
import type { Call, Reply } from "./call";
import type { Answer, Operation, Request } from "./operations/operation";
import { OPERATIONS } from "./operations/table";
import { problemReply } from "./problem";
import { type Match, RouteTable } from "./route-table";

const ROUTES = new RouteTable(OPERATIONS);

/** Paths under these are the REST API's alone: what it does not know there is a problem, not a page. */
export const OWN_PATHS = ["/schema/", "/v1/", "/api/loyalty/"];

const REQUEST_ID = /^[\w.:-]{1,100}$/;

/**
 * Answers a REST request, or null when the path is not the API's. The whole pipeline: find the operation, tell the
 * caller, read the body, run, and turn whatever was thrown into a problem, once.
 */
export async function dispatch(call: Call): Promise<Reply | null> {
  const method = call.method === "HEAD" ? "GET" : call.method;
  const match = ROUTES.match(method, call.path);
  if (!match && !OWN_PATHS.some((prefix) => call.path.startsWith(prefix))) return null;
  const given = call.headers["x-request-id"];
  const requestId = given && REQUEST_ID.test(given) ? given : randomUUID();
  const reply = await answer(call, match, requestId).catch((error: unknown) =>
    problemReply(error, requestId, (cause) =>
      console.error(`${call.method} ${call.path} (request ${requestId})`, cause),
    ),
  );
  const headers = { ...reply.headers, "x-content-type-options": "nosniff", "x-request-id": requestId };
  return { ...reply, headers };
}

async function answer(call: Call, match: Match | null, requestId: string): Promise<Reply> {
  if (!match) throw new AppError("not_found", { detail: "There is nothing at this path." });
  const { operation, params, allow } = match;
  if (!operation) return refuseMethod(call.method, allow);
  const { status, body } = await run(operation, call, params, requestId);
  if (body === undefined) return { status, headers: { "cache-control": "no-store" }, body: null };
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
    body: JSON.stringify(body),
  };
}

async function run(operation: Operation, call: Call, params: Match["params"], requestId: string): Promise<Answer> {
  const request = async (): Promise<Request> => ({ params, query: call.query, body: await readJson(operation, call) });
  if (operation.access === "public") return operation.run(await request());
  const context = await authenticate(call.headers, Date.now(), requestId);
  if ("id" in params && !z.uuid().safeParse(params["id"]).success) throw new AppError("not_found");
  return operation.run(context, await request());
}

function refuseMethod(method: string, allow: string[]): Reply {
  const methods = [...allow, ...(allow.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  if (method === "OPTIONS") return { status: 204, headers: { allow: methods }, body: null };
  throw new AppError("method_not_allowed", { detail: `Here you can use ${methods}.`, headers: { allow: methods } });
}

async function readJson({ maxBytes }: Operation, call: Call): Promise<unknown> {
  if (maxBytes === null) return undefined;
  const type = call.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json")
    throw new AppError("unsupported_media_type", { detail: "Send the body as Content-Type: application/json." });
  const bytes = await call.readBody(maxBytes);
  if (!bytes) throw new AppError("payload_too_large", { detail: `The body may be at most ${maxBytes} bytes.` });
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new AppError("malformed_json", { detail: "The body is not valid JSON in UTF-8." });
  }
}
