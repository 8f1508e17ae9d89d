"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Time } from "@/components/console/lists/time";
import type { MemberView } from "./member-row";

/** What is known of a member; what is not is left out. */
export function MemberFacts({ member, timeZone }: { member: MemberView; timeZone: string }) {
  const t = useTranslations("members");
  const fullName = [member.firstName, member.lastName].filter(Boolean).join(" ");
  const facts: [string, ReactNode][] = [
    [t("fullName"), fullName],
    [t("email"), member.email],
    [t("phoneNumber"), member.phoneNumber && <span dir="ltr">{member.phoneNumber}</span>],
    [t("walletAddress"), member.walletAddress && <code dir="ltr">{member.walletAddress}</code>],
    [t("timeZone"), member.timeZone ?? t("zoneOfProgram", { zone: timeZone })],
    [t("languageCode"), member.languageCode],
    [t("since"), <Time key="since" at={member.createdAt} timeZone={timeZone} />],
  ];
  return (
    <dl className="grid gap-x-6 gap-y-3 rounded-lg border border-border bg-surface p-4 sm:grid-cols-2 sm:p-6 lg:grid-cols-4">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label} className="flex min-w-0 flex-col gap-0.5">
            <dt className="text-muted text-xs">{label}</dt>
            <dd className="wrap-anywhere">{typeof value === "string" ? <bdi>{value}</bdi> : value}</dd>
          </div>
        ))}
    </dl>
  );
}
