import { randomUUID } from "node:crypto";
import { z } from "zod";
import { widgetCaller } from "@/lib/auth/widget-caller";
import type { Call, Reply } from "./call";
import { celebrateRewards } from "./operations/widget";

const MAX_BYTES = 8 * 1024;
const body = z.object({ ids: z.array(z.uuid()).max(60) });

/**
 * Which of the named rewards the document may celebrate: those that none has celebrated before. `token` is the member's;
 * 401 without a good one, since guests have none to celebrate.
 */
export async function celebrations(call: Call, programId: string, token: string | null): Promise<Reply> {
  const type = call.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return json(415, {});
  const bytes = await call.readBody(MAX_BYTES);
  if (!bytes) return json(413, {});
  const parsed = body.safeParse(readJson(bytes));
  if (!parsed.success) return json(400, {});
  const caller = token === null ? null : await widgetCaller(programId, token, Date.now(), randomUUID());
  if (!caller?.context) return json(401, {});
  return json(200, { ids: await celebrateRewards(caller.context, parsed.data.ids) });
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function json(status: number, value: unknown): Reply {
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
  return { status, headers, body: JSON.stringify(value) };
}
