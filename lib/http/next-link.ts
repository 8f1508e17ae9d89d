import { publicUrl } from "@/lib/auth/public-url";
import type { Call } from "./call";

/** A `Link` to the next page of a list: the address that was called, with another query. */
export function nextLink({ headers, path }: Call, query: URLSearchParams): string {
  const protocol = headers["x-forwarded-proto"]?.split(",")[0]?.trim() || "http";
  const host = headers["x-forwarded-host"] ?? headers["host"] ?? "";
  const called = URL.parse(`${protocol}://${host}`)?.origin;
  return `<${publicUrl() ?? called ?? ""}${path}?${query}>; rel="next"`;
}
