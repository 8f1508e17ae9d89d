"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";

const PARTS = [
  { href: "/points", label: "rules" },
  { href: "/points/ledger", label: "ledger" },
] as const;

/** The top of both pages about points, and the way from one to the other. */
export function PointsHeader({ actions }: { actions: ReactNode }) {
  const t = useTranslations("points");
  const path = usePathname();
  return (
    <>
      <PageHeader title={t("title")} intro={t("intro")} actions={actions} />
      <nav aria-label={t("parts")} className="border-border border-b">
        <ul className="flex gap-1">
          {PARTS.map(({ href, label }) => (
            <li key={href}>
              <Link
                href={href}
                aria-current={path === href ? "page" : undefined}
                className="-mb-px inline-flex h-10 items-center border-transparent border-b-2 px-3 font-medium text-muted hover:text-foreground aria-[current=page]:border-accent aria-[current=page]:text-foreground"
              >
                {t(label)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
