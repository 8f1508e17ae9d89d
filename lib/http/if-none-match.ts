/** Whether `If-None-Match` names a state, weakly compared, or any at all (RFC 9110, 13.1.2). */
export function isKnown(given: string | undefined, etag: string): boolean {
  return (given ?? "").split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
}
