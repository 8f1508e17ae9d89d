"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useCan } from "@/lib/client/program";
import type { ParentSlug } from "@/lib/domain/record";

/** The way between the two pages of a streak or challenge: what it is, and how it does. */
export function CampaignTabs({ slug, id }: { slug: ParentSlug; id: string }) {
  const t = useTranslations("report");
  const path = usePathname();
  const [rewards, members] = [useCan("rewards:read"), useCan("members:read")];
  if (!rewards || !members) return null;
  const parts = [
    { href: `/${slug}s/${id}`, label: t("setup") },
    { href: `/${slug}s/${id}/report`, label: t("title") },
  ];
  return (
    <nav aria-label={t("parts")} className="border-border border-b">
      <ul className="flex gap-1">
        {parts.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={path === href ? "page" : undefined}
              className="-mb-px inline-flex h-10 items-center border-transparent border-b-2 px-3 font-medium text-muted hover:text-foreground aria-[current=page]:border-accent aria-[current=page]:text-foreground"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
