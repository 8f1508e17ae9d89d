import { createHash } from "node:crypto";
import type { WidgetDocument } from "@/lib/contracts/widget";

const WEB_ORIGIN = /^https?:\/\/[^\s;,'"]+$/;
// Until a program names its shops, only pages on the operator's own machine may show it.
const LOCAL_ORIGINS = ["http://localhost:*", "http://127.0.0.1:*"];
const LOCAL_ORIGIN = /^http:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?$/;

/** Whether pages of an origin may embed a program's widget, and so be told what goes on in it. */
export function mayEmbed(origin: string, allowedOrigins: string[]): boolean {
  return allowedOrigins.length > 0 ? allowedOrigins.includes(origin) : LOCAL_ORIGIN.test(origin);
}

/** The headers of a document: who may frame it, and that nothing but what came in it runs. */
export function documentHeaders({ styles, script }: WidgetDocument, allowedOrigins: string[]): Record<string, string> {
  const named = allowedOrigins.filter((origin) => WEB_ORIGIN.test(origin));
  const ancestors = ["'self'", ...(allowedOrigins.length > 0 ? named : LOCAL_ORIGINS)];
  const policy = [
    "default-src 'none'",
    `style-src ${styles.map(hashOf).join(" ")}`,
    ...(script === null ? [] : [`script-src ${hashOf(script)}`, "connect-src 'self'"]),
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors.join(" ")}`,
  ];
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy.join("; "),
    "referrer-policy": "no-referrer",
  };
}

// All but the themes are the same in every document.
const hashes = new Map<string, string>();
const MOST_HASHES = 1000;

function hashOf(inline: string): string {
  const known = hashes.get(inline);
  if (known) return known;
  if (hashes.size >= MOST_HASHES) hashes.clear();
  const hash = `'sha256-${createHash("sha256").update(inline).digest("base64")}'`;
  hashes.set(inline, hash);
  return hash;
}
