"use client";

import { useTranslations } from "next-intl";
import { buttonClasses } from "@/components/ui/button-classes";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { AuditSlug } from "@/lib/domain/audit";
import { auditListQuery } from "./audit-list-state";

interface HistoryLinkProps {
  slug: AuditSlug;
  id: string;
  /** Among the fields of a form rather than at the top of a page. */
  small?: boolean;
}

/** From a record to what was done to it. */
export function HistoryLink({ slug, id, small = false }: HistoryLinkProps) {
  const t = useTranslations("audit");
  return (
    <Link
      prefetch={false}
      href={`/audit${auditListQuery({ kind: slug, record: id })}`}
      className={buttonClasses(small ? { kind: "quiet", size: "small" } : { kind: "secondary" })}
    >
      <Icon name="history" />
      {t("history")}
    </Link>
  );
}
