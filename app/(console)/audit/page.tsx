import { getTranslations } from "next-intl/server";
import { Prefetched } from "@/app/data/prefetched";
import { AuditList } from "@/components/console/audit/audit-list";
import { auditListQuery, loadAuditList } from "@/components/console/audit/audit-list-state";
import { consoleContext } from "@/lib/auth/session";

export async function generateMetadata() {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ searchParams }: PageProps<"/audit">) {
  const [context, list] = [await consoleContext(), loadAuditList(await searchParams)];
  const reads = [{ noun: "audit", query: auditListQuery(list) }, { noun: "audit-choices" }];
  return (
    <Prefetched context={context} reads={reads}>
      <AuditList />
    </Prefetched>
  );
}
