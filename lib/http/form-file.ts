import { AppError } from "@/lib/errors";

const FIELD = "file";

/**
 * The one file of a `multipart/form-data` body, in its field `file`.
 * @throws AppError `invalid_request` that names `file`, for a malformed body, none, several, or other fields
 */
export async function readFormFile(contentType: string, body: Uint8Array): Promise<Uint8Array> {
  const form = await readForm(contentType, body);
  const others = [...form.keys()].filter((name) => name !== FIELD);
  if (others.length > 0) throw wrongForm(others[0] ?? "", "is no field of this form: send file alone");
  const [file, second] = form.getAll(FIELD);
  if (file === undefined) throw wrongForm(FIELD, "is required: send the image as the form's field file");
  if (second !== undefined) throw wrongForm(FIELD, "is given twice: send one file");
  if (typeof file === "string") throw wrongForm(FIELD, "must be a file, with a file name");
  return new Uint8Array(await file.arrayBuffer());
}

async function readForm(contentType: string, body: Uint8Array): Promise<FormData> {
  try {
    return await new Response(Buffer.from(body), { headers: { "content-type": contentType } }).formData();
  } catch {
    throw wrongForm(FIELD, "cannot be read: the body is not valid multipart/form-data");
  }
}

function wrongForm(pointer: string, message: string): AppError {
  return new AppError("invalid_request", {
    detail: `${pointer} ${message}.`,
    errors: [{ pointer, code: "invalid_value", message }],
  });
}
