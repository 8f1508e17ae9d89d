import { AppError, type FieldError } from "@/lib/errors";
import type { Reply } from "./call";

/** An error as RFC 9457 has it, with a stable `code`, the fields that are wrong, and the request to ask about. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId: string;
  errors: FieldError[];
}

const TITLES: Record<number, string> = {
  400: "Bad request",
  401: "Not authenticated",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  413: "Body too large",
  415: "Unsupported content type",
  422: "Not accepted",
  429: "Too many requests",
  500: "Internal error",
  503: "Not ready",
};

const DETAILS: Record<string, string> = {
  not_found: "There is no such record.",
  internal: "Something went wrong on our side. Ask the operator, naming the requestId.",
};

export function toProblem(error: AppError, requestId: string): Problem {
  const { code, status, params } = error;
  return {
    type: "about:blank",
    title: TITLES[status] ?? "Error",
    status,
    detail: params.detail ?? DETAILS[code] ?? TITLES[status] ?? code,
    code,
    requestId,
    errors: params.errors ?? [],
    ...params.extra,
  };
}

/** Any error as an answer. What was not thrown on purpose says nothing of the inside; `report` gets to see it. */
export function problemReply(
  error: unknown,
  requestId: string,
  report: (error: unknown) => void,
): Reply & { body: string } {
  const known = error instanceof AppError ? error : new AppError("internal");
  if (known.status === 500) report(error);
  return {
    status: known.status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "cache-control": "no-store",
      ...(known.status === 401 ? { "www-authenticate": "Bearer" } : {}),
      ...known.params.headers,
    },
    body: JSON.stringify(toProblem(known, requestId)),
  };
}
