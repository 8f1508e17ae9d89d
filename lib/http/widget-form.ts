import type { Call } from "./call";

const FORM = "application/x-www-form-urlencoded";
const MAX_FORM_BYTES = 16 * 1024;
const HOST_ID = /^[\w-]{1,64}$/;

/** What a page posts into the widget's frame. */
export interface WidgetForm {
  /** Null: a guest. */
  token: string | null;
  /** The page's origin and the id by which its loader knows the frame. */
  host: { origin: string; id: string } | null;
}

/** Reads the form, or says with which status and why it cannot be read. */
export async function readWidgetForm(call: Call): Promise<WidgetForm | { refused: number; reason: string }> {
  const type = call.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (type !== FORM) return { refused: 415, reason: `Send the token as a form (${FORM}).` };
  const bytes = await call.readBody(MAX_FORM_BYTES);
  if (!bytes) return { refused: 413, reason: `The form may be at most ${MAX_FORM_BYTES} bytes.` };
  const fields = new URLSearchParams(new TextDecoder().decode(bytes));
  const [origin, id] = [fields.get("origin"), fields.get("id")];
  return {
    token: fields.get("token"),
    host: origin !== null && id !== null && HOST_ID.test(id) ? { origin, id } : null,
  };
}
