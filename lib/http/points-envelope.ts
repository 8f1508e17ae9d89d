import type { AppError, FieldError } from "@/lib/errors";
import { errorReply } from "./error-reply";
import { detailOf } from "./problem";

/** An error of the points API: in the envelope of its successes, with what is wrong and a stable code for each. */
export interface PointsError {
  message: string;
  code: number;
  status: "error";
  errors: FieldError[];
}

function toPointsError(error: AppError): PointsError {
  const { code, status, params } = error;
  const message =
    code === "internal"
      ? "Something went wrong on our side. Ask the operator, naming the x-request-id of this answer."
      : detailOf(error);
  const errors = params.errors?.length ? params.errors : [{ pointer: "", code, message }];
  return { message, code: status, status: "error", errors };
}

/** Any error under /v1 as an answer; `report` gets to see what was not thrown on purpose. */
export const pointsErrorReply = errorReply("application/json", toPointsError);
