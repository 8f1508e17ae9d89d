import { Readable } from "node:stream";
import { getTranslations } from "next-intl/server";
import { rewardFilters } from "@/app/(console)/reward-logs/reward-filters";
import { loadRewardList } from "@/components/console/reward-logs/reward-list-state";
import { eventStream } from "@/lib/actions/event-stream";
import { runAction } from "@/lib/actions/run-action";
import { AppError, ERROR_STATUS } from "@/lib/errors";
import { importCodeFile, receiveCodeFile } from "@/lib/services/reward-codes/import-code-file";

const PROGRAM_HEADER = "x-milepost-program";
/** No form of another site can send it. */
const TYPE = "text/csv";

/**
 * Takes in a file of codes, or tries it out (without `?commit=true`), and tells of it line by line while it runs. A door
 * of its own because a server action holds its body in memory and answers once.
 */
export async function POST(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const t = await getTranslations("codeImport.problems");
  const reader = new AbortController();
  const result = await runAction(request.headers.get(PROGRAM_HEADER), async (context) => {
    if (request.headers.get("content-type") !== TYPE) throw new AppError("unsupported_media_type");
    const filters = rewardFilters(loadRewardList(searchParams), context.program.timeZone ?? "UTC");
    const file = await receiveCodeFile(context, request.body ?? Readable.from([]));
    const events = importCodeFile(
      // A long upload has taken its time: codes are issued now.
      { ...context, now: Date.now() },
      {
        file,
        settings: { ...settingsOf(searchParams), filters },
        dryRun: searchParams.get("commit") !== "true",
        signal: reader.signal,
        reasonOf: ({ code, params }) => t(code, { line: params.line ?? 0, periods: params.periods ?? "" }),
      },
    );
    // Begun here: wrong settings are still refused with a status, and from now on whatever ends it removes the file.
    await events.next();
    return events;
  });
  const headers = { "cache-control": "no-store, no-transform", "x-content-type-options": "nosniff" };
  if (!result.ok) return Response.json(result, { status: ERROR_STATUS[result.code], headers });
  return new Response(eventStream(result.value, reader), {
    // Proxies that wait for the whole answer would show no progress.
    headers: { ...headers, "content-type": "application/x-ndjson", "x-accel-buffering": "no" },
  });
}

function settingsOf(query: URLSearchParams): object {
  try {
    const settings: unknown = JSON.parse(query.get("settings") ?? "{}");
    return typeof settings === "object" && settings !== null ? settings : {};
  } catch {
    return {};
  }
}
