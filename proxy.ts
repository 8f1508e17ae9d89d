import { type NextRequest, NextResponse } from "next/server";

/** Tells pages which address the reader asked for, so that sign-in can lead back to it. */
const RETURN_TO_HEADER = "x-milepost-return-to";

function contentSecurityPolicy(nonce: string): string {
  // Next's development server evaluates code and talks to the browser over a socket.
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** For the console's pages: a content security policy with a nonce of its own for each answer. */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(crypto.randomUUID());
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set(RETURN_TO_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  // /data answers no documents, and a body that passes through here is held in memory and cut off at 10 MB.
  matcher: ["/((?!_next/|api/|data/|schema/|v1/|icons/|widget/|.*\\.(?:ico|png|svg|js|txt)$).*)"],
};
