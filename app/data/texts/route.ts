import { Readable } from "node:stream";
import { getTranslations } from "next-intl/server";
import { takeTextFile, textFile } from "@/app/(console)/translations/text-files";
import { runAction } from "@/lib/actions/run-action";
import { MAX_TEXT_FILE_BYTES } from "@/lib/contracts/text-file";
import { AppError, ERROR_STATUS } from "@/lib/errors";

const PROGRAM_HEADER = "x-milepost-program";
/** No form of another site can send it. */
const UPLOAD_TYPE = "application/octet-stream";
const TYPES = { csv: "text/csv", json: "application/json" } as const;

/**
 * A file of texts for a translator. The browser follows a plain address here; who is not signed in any more is led to
 * sign-in, and from there to the open texts.
 */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const program = searchParams.get("program");
  const result = await runAction(program, (context) => textFile(context, searchParams));
  if (!result.ok && result.code === "unauthenticated") {
    const back = new URLSearchParams({ language: searchParams.get("language") ?? "", ...(program ? { program } : {}) });
    const location = `/sign-in?returnTo=${encodeURIComponent(`/translations?${back}`)}`;
    return new Response(null, { status: 303, headers: { location } });
  }
  if (!result.ok) return Response.json(result, { status: ERROR_STATUS[result.code] });
  const { pieces, format, name } = result.value;
  return new Response(Readable.toWeb(Readable.from(bytes(pieces))) as ReadableStream, {
    headers: {
      "content-type": `${TYPES[format]}; charset=utf-8`,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** Takes a file of texts in with `?commit=true`, or else tries it out. A server action takes no body of this length. */
export async function POST(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const say = await getTranslations("textImport.problems");
  const result = await runAction(request.headers.get(PROGRAM_HEADER), async (context) => {
    if (request.headers.get("content-type") !== UPLOAD_TYPE) throw new AppError("unsupported_media_type");
    if (Number(request.headers.get("content-length") ?? 0) > MAX_TEXT_FILE_BYTES)
      throw new AppError("payload_too_large");
    const file = new Uint8Array(await request.arrayBuffer());
    const language = searchParams.get("language") ?? "";
    return takeTextFile(context, { file, language, dryRun: searchParams.get("commit") !== "true", say });
  });
  return Response.json(result, {
    status: result.ok ? 200 : ERROR_STATUS[result.code],
    headers: { "cache-control": "no-store", "x-content-type-options": "nosniff" },
  });
}

async function* bytes(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}
