import type { Client, Reply, WireRecord } from "./client";

const BOUNDARY = "milepost-icon-form";

/** A small SVG, another for each number. */
export function square(side: number): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="9"><rect width="${side}" height="1"/></svg>`,
  );
}

/** An SVG of exactly so many bytes. */
export function svgOf(bytes: number): Buffer {
  const [start, end] = ['<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/><!--', "--></svg>"];
  return Buffer.from(start + "x".repeat(bytes - start.length - end.length) + end);
}

/** A form as a browser or curl sends it. */
export function formOf(file: Uint8Array, field = "file", boundary = BOUNDARY): { type: string; body: Buffer } {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="icon.png"\r\nContent-Type: image/png\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}

/** Uploads a file, to `/api/icons` unless told otherwise. */
export function upload<Body = { data: WireRecord }>(
  api: Client,
  file: Uint8Array,
  path = "/api/icons",
  options: { headers?: Record<string, string>; boundary?: string; query?: Record<string, unknown> } = {},
): Promise<Reply<Body>> {
  const { headers, boundary, query = {} } = options;
  const { type, body } = formOf(file, "file", boundary);
  return api.post<Body>(path, body, { headers: { "content-type": type, ...headers }, query });
}
