import { getTranslations } from "next-intl/server";
import { awardAction } from "@/app/(console)/points/actions";
import { Prefetched } from "@/app/data/prefetched";
import { LedgerList } from "@/components/console/points/ledger-list";
import { ledgerListQuery, loadLedgerList } from "@/components/console/points/points-list-state";
import { consoleContext } from "@/lib/auth/session";

export async function generateMetadata() {
  return { title: (await getTranslations("points"))("ledger") };
}

export default async function LedgerPage({ searchParams }: PageProps<"/points/ledger">) {
  const [context, list] = [await consoleContext(), loadLedgerList(await searchParams)];
  const reads = [
    { noun: "ledger", query: ledgerListQuery(list) },
    { noun: "rule-choices" },
    ...(list.member ? [{ noun: "member-name", query: `?id=${list.member}` }] : []),
  ];
  return (
    <Prefetched context={context} reads={reads}>
      <LedgerList award={awardAction} />
    </Prefetched>
  );
}
