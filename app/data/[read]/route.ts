import { READS } from "@/app/data/reads";
import { runAction } from "@/lib/actions/run-action";
import { AppError, ERROR_STATUS } from "@/lib/errors";

const PROGRAM_HEADER = "x-milepost-program";

/** Answers what a screen of the console reads; the same results as actions, with the status that goes with the code. */
export async function GET(request: Request, { params }: RouteContext<"/data/[read]">): Promise<Response> {
  const { read: name } = await params;
  const read = Object.hasOwn(READS, name) ? READS[name] : undefined;
  const result = await runAction(request.headers.get(PROGRAM_HEADER), async (context) => {
    if (!read) throw new AppError("not_found");
    return read(context, new URL(request.url).searchParams);
  });
  return Response.json(result, {
    status: result.ok ? 200 : ERROR_STATUS[result.code],
    headers: { "cache-control": "no-store", "x-content-type-options": "nosniff" },
  });
}
