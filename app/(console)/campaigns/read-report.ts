import { loadReport } from "@/components/console/reports/report-state";
import type { ReportView } from "@/components/console/reports/report-view";
import { chosenDays } from "@/lib/domain/report-range";
import type { ServiceContext } from "@/lib/services/context";
import { getReport, type Report } from "@/lib/services/reports/get-report";
import { namedCampaign } from "./read";

/** How the campaign that `slug` and `id` name does, in the days that the query chooses. */
export function readReport(context: ServiceContext, query: URLSearchParams): Promise<Report & ReportView> {
  const [slug, id] = namedCampaign(query);
  const days = chosenDays(loadReport(query), context.now, context.program.timeZone ?? "UTC");
  return getReport(context, { slug, id }, days);
}
