/** A success under /v1, in its envelope; errors are in ../points-envelope. */
export function success(message: string, content: object) {
  return { status: 200, body: { message, code: 200, status: "success", ...content } };
}
