/** Every way in which the product says no, with its HTTP status. The texts of `errors.<code>` are in messages/console. */
export const ERROR_STATUS = {
  invalid_request: 400,
  malformed_json: 400,
  activity_in_future: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  merged: 404,
  method_not_allowed: 405,
  request_timeout: 408,
  conflict: 409,
  duplicate: 409,
  locked: 409,
  redeemed: 409,
  not_issued: 409,
  in_progress: 409,
  set_changed: 409,
  source_changed: 409,
  last_owner: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  parent_not_live: 422,
  rule_not_live: 422,
  member_not_live: 422,
  outside_schedule: 422,
  balance_out_of_range: 422,
  icon_unclean: 422,
  icon_too_large: 422,
  idempotency_mismatch: 422,
  too_many_requests: 429,
  headers_too_large: 431,
  internal: 500,
  not_ready: 503,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof ERROR_STATUS;

/**
 * One thing wrong with one field: `pointer` is a JSON pointer into the body, `?name` for a query parameter, or the name
 * of a header or of a form's field.
 */
export interface FieldError {
  pointer: string;
  code: string;
  message: string;
}

export interface ErrorParams {
  /** What happened and how to mend it, for the person who reads the answer. */
  detail?: string;
  errors?: FieldError[];
  /** Further members of the problem, such as the `id` of the record that is there already. */
  extra?: Record<string, unknown>;
  headers?: Record<string, string>;
}

const BRAND = Symbol.for("milepost.AppError");

/** The one error that services throw on purpose. Branded, because the server runs two module graphs in one process. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly [BRAND] = true;

  constructor(code: ErrorCode, params: ErrorParams = {}) {
    super(params.detail ?? code);
    this.name = "AppError";
    this.code = code;
    this.params = params;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && BRAND in value;
  }
}

/** A single wrong field as an error of its own. */
export function invalidField(pointer: string, code: string, message: string): AppError {
  return new AppError("invalid_request", { detail: message, errors: [{ pointer, code, message }] });
}
