import { AppError } from "@/lib/errors";
import type { Reply } from "./call";

/** Turns any error into an answer. What was not thrown on purpose says nothing of the inside; `report` gets to see it. */
export type ErrorReply = (
  error: unknown,
  requestId: string,
  report: (error: unknown) => void,
) => Reply & { body: string };

/** Answers errors in a shape of an API's own. */
export function errorReply(contentType: string, toBody: (error: AppError, requestId: string) => object): ErrorReply {
  return (error, requestId, report) => {
    const known = error instanceof AppError ? error : new AppError("internal");
    if (known.status === 500) report(error);
    return {
      status: known.status,
      headers: {
        "content-type": `${contentType}; charset=utf-8`,
        "cache-control": "no-store",
        ...(known.status === 401 ? { "www-authenticate": "Bearer" } : {}),
        ...known.params.headers,
      },
      body: JSON.stringify(toBody(known, requestId)),
    };
  };
}
