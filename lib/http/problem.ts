import type { AppError, FieldError } from "@/lib/errors";
import { errorReply } from "./error-reply";

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
  408: "Request timed out",
  409: "Conflict",
  413: "Body too large",
  415: "Unsupported content type",
  422: "Not accepted",
  429: "Too many requests",
  431: "Headers too large",
  500: "Internal error",
  503: "Not ready",
};

const DETAILS: Record<string, string> = {
  not_found: "There is no such record.",
  internal: "Something went wrong on our side. Ask the operator, naming the requestId.",
};

/** What happened, for the person who reads the answer. */
export function detailOf({ code, status, params }: AppError): string {
  return params.detail ?? DETAILS[code] ?? TITLES[status] ?? code;
}

export function toProblem(error: AppError, requestId: string): Problem {
  const { code, status, params } = error;
  return {
    type: "about:blank",
    title: TITLES[status] ?? "Error",
    status,
    detail: detailOf(error),
    code,
    requestId,
    errors: params.errors ?? [],
    ...params.extra,
  };
}

/** Any error as a problem; `report` gets to see what was not thrown on purpose. */
export const problemReply = errorReply("application/problem+json", toProblem);
