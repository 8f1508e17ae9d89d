import type { ErrorCode, FieldError } from "@/lib/errors";

/** What a server action or a read of the console answers. `message` is for logs and developers; readers get `errors.<code>`. */
export type ActionResult<Value> =
  | { ok: true; value: Value }
  | { ok: false; code: ErrorCode; message: string; errors: FieldError[] };
