import { createHash, randomUUID } from "node:crypto";
import { type WidgetCaller, widgetCaller } from "@/lib/auth/widget-caller";
import type { RenderWidget, WidgetLink, WidgetView } from "@/lib/contracts/widget";
import type { Call, Reply } from "./call";
import { isKnown } from "./if-none-match";
import { getWidget, noteFirstVisit, unknownWidget } from "./operations/widget";
import { celebrations } from "./widget-celebrations";
import { readWidgetForm, type WidgetForm } from "./widget-form";
import { documentHeaders, mayEmbed } from "./widget-policy";

const PATH = /^\/widget\/([^/]+)(\/celebrations)?\/?$/;
const LOADER_PATH = "/embed.js";
const METHODS = ["GET", "HEAD", "POST"];
/** The widget's own script sends the token again in this header, as any member's client does. */
const TOKEN_HEADER = "x-enduser-access-token";
/** A shop's visitors get a new version of the loader within the hour. */
const LOADER_CACHE = "public, max-age=3600";

/** What makes the HTML and the loader: it comes from outside, since this folder knows no components. */
export interface WidgetParts {
  render: RenderWidget;
  loader: string;
}

/** Answers what belongs to the widget: its document, what its script asks for, and the loader. Null for other paths. */
export async function widgetReply(call: Call, { render, loader }: WidgetParts): Promise<Reply | null> {
  if (call.path === LOADER_PATH) return loaderReply(call, loader);
  const [, programId, celebrated] = PATH.exec(call.path) ?? [];
  if (programId === undefined) return null;
  if (celebrated === undefined) return widgetDocument(call, programId, render);
  if (call.method !== "POST") return refusal(405, "Use POST.", { allow: "POST" });
  return celebrations(call, programId, call.headers[TOKEN_HEADER] ?? null);
}

function loaderReply({ method }: Call, loader: string): Reply {
  if (method !== "GET" && method !== "HEAD") return refusal(405, "Use GET.", { allow: "GET, HEAD" });
  return reply(200, loader, { "content-type": "text/javascript; charset=utf-8", "cache-control": LOADER_CACHE });
}

/**
 * The widget's document: GET for guests, POST with the form field `token` for a member, GET with the token in a header
 * for the document's own script, which names the state that it has (`If-None-Match`).
 */
async function widgetDocument(call: Call, programId: string, render: RenderWidget): Promise<Reply> {
  if (!METHODS.includes(call.method)) return refusal(405, "Use GET or POST.", { allow: METHODS.join(", ") });
  const form =
    call.method === "POST" ? await readWidgetForm(call) : { token: call.headers[TOKEN_HEADER] ?? null, host: null };
  if ("refused" in form) return refusal(form.refused, form.reason);

  const now = Date.now();
  const caller = await widgetCaller(programId, form.token, now, randomUUID());
  const [asked, accepted] = [call.query.get("languageCode"), call.headers["accept-language"] ?? null];
  if (!caller) {
    const document = render(unknownWidget(asked, accepted, now));
    return reply(404, document.html, documentHeaders(document, []));
  }
  if (caller.context && caller.program.widgetSeenAt === null) await noteFirstVisit(caller.context);
  const view = getWidget(caller, asked, accepted, now);
  const link = linkOf(view, caller, form);
  const headers = {
    etag: link.etag,
    ...(link.expiresIn === null ? {} : { "milepost-expires-in": String(link.expiresIn) }),
  };
  if (!caller.ended && call.method !== "POST" && isKnown(call.headers["if-none-match"], link.etag))
    return reply(304, null, headers);
  const document = render(view, link);
  const policy = documentHeaders(document, caller.program.allowedOrigins);
  return reply(caller.ended ? 401 : 200, document.html, { ...policy, ...headers });
}

function linkOf(view: WidgetView, { program, member, ended }: WidgetCaller, { token, host }: WidgetForm): WidgetLink {
  return {
    etag: etagOf(view),
    token: member ? token : null,
    ended,
    expiresIn: member ? Math.max(0, Math.floor(member.expiresAt - view.now / 1000)) : null,
    host: host && mayEmbed(host.origin, program.allowedOrigins) ? host : null,
  };
}

/** Names a state: all that is shown but the moment of looking. What time alone changes is in the view, and so in this. */
function etagOf(view: WidgetView): string {
  const state = JSON.stringify({ ...view, now: 0 });
  return `"${createHash("sha256").update(state).digest("base64url").slice(0, 27)}"`;
}

function reply(status: number, body: string | null, headers: Record<string, string>): Reply {
  // A member's document is the member's alone, and a guest's may name another set of shops a moment later.
  const always = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
  return { status, headers: { ...always, ...headers }, body };
}

function refusal(status: number, text: string, headers: Record<string, string> = {}): Reply {
  return reply(status, text, { "content-type": "text/plain; charset=utf-8", ...headers });
}
