import { readReport } from "@/app/(console)/campaigns/read-report";
import { runAction } from "@/lib/actions/run-action";
import { PROGRAM_PARAMETER } from "@/lib/contracts/program-address";
import { REPORT_TABLES } from "@/lib/contracts/report";
import { AppError, ERROR_STATUS } from "@/lib/errors";
import { funnelCsv, rewardsOverTimeCsv } from "@/lib/services/reports/report-csv";

const CSV = { funnel: funnelCsv, rewards: rewardsOverTimeCsv };

/** A table of a report as a file. A link leads here: whoever is signed out is led to sign-in, and then to the report. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const result = await runAction(query.get(PROGRAM_PARAMETER), async (context) => {
    const table = REPORT_TABLES.find((known) => known === query.get("table"));
    if (!table) throw new AppError("not_found");
    const report = await readReport(context, query);
    const { from, to } = report.days;
    return { text: CSV[table](report), name: `${query.get("slug")}-${table}-${from}-${to}.csv` };
  });
  const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
  if (result.ok)
    return new Response(result.value.text, {
      headers: {
        ...headers,
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${result.value.name}"`,
      },
    });
  if (result.code === "unauthenticated") {
    const returnTo = encodeURIComponent(reportAddress(query));
    return new Response(null, { status: 303, headers: { ...headers, location: `/sign-in?returnTo=${returnTo}` } });
  }
  return Response.json(result, { status: ERROR_STATUS[result.code], headers });
}

/** The page on which the link stood. */
function reportAddress(query: URLSearchParams): string {
  const rest = new URLSearchParams(query);
  for (const name of ["slug", "id", "table"]) rest.delete(name);
  return `/${query.get("slug")}s/${query.get("id")}/report?${rest}`;
}
