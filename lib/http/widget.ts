import { randomUUID } from "node:crypto";
import { widgetCaller } from "@/lib/auth/widget-caller";
import type { RenderWidget, WidgetView } from "@/lib/contracts/widget";
import type { Call, Reply } from "./call";
import { readWidget } from "./operations/widget";

const PATH = /^\/widget\/([^/]+)\/?$/;
const METHODS = ["GET", "HEAD", "POST"];
const FORM = "application/x-www-form-urlencoded";
const MAX_FORM_BYTES = 16 * 1024;
const WEB_ORIGIN = /^https?:\/\/[^\s;,'"]+$/;
// Until a program names its shops, only pages on the operator's own machine may show it.
const LOCAL_ORIGINS = ["http://localhost:*", "http://127.0.0.1:*"];

/**
 * The widget's document: GET for guests, POST with the form field `token` for a member. Null when the path is not a
 * widget's. `render` makes the HTML; it comes from outside, since this folder knows no components.
 */
export async function widgetDocument(call: Call, render: RenderWidget): Promise<Reply | null> {
  const programId = PATH.exec(call.path)?.[1];
  if (programId === undefined) return null;
  if (!METHODS.includes(call.method)) return refusal(405, "Use GET or POST.", { allow: METHODS.join(", ") });
  const form = call.method === "POST" ? await readForm(call) : null;
  if (form && "refused" in form) return form.refused;

  const languageCode = call.query.get("languageCode");
  const token = form ? (form.fields.get("token") ?? "") : null;
  const caller = await widgetCaller(programId, token, Date.now(), randomUUID());
  if (!caller) return documentReply(404, render(unknownProgram(languageCode)), []);
  const view = await readWidget(caller, languageCode);
  return documentReply(caller.ended ? 401 : 200, render(view), caller.program.allowedOrigins);
}

async function readForm(call: Call): Promise<{ fields: URLSearchParams } | { refused: Reply }> {
  const type = call.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (type !== FORM) return { refused: refusal(415, `Send the token as a form (${FORM}).`) };
  const bytes = await call.readBody(MAX_FORM_BYTES);
  if (!bytes) return { refused: refusal(413, `The form may be at most ${MAX_FORM_BYTES} bytes.`) };
  return { fields: new URLSearchParams(new TextDecoder().decode(bytes)) };
}

function unknownProgram(languageCode: string | null): WidgetView {
  return { programName: null, languages: [languageCode], timeZone: "UTC", reader: { kind: "guest" } };
}

function documentReply(status: number, document: ReturnType<RenderWidget>, allowedOrigins: string[]): Reply {
  const named = allowedOrigins.filter((origin) => WEB_ORIGIN.test(origin));
  const ancestors = ["'self'", ...(allowedOrigins.length > 0 ? named : LOCAL_ORIGINS)];
  const policy = [
    "default-src 'none'",
    `style-src '${document.styleHash}'`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors.join(" ")}`,
  ];
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      // A member's document is the member's alone, and a guest's may name another set of shops a moment later.
      "cache-control": "no-store",
      "content-security-policy": policy.join("; "),
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    },
    body: document.html,
  };
}

function refusal(status: number, text: string, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      ...headers,
    },
    body: text,
  };
}
