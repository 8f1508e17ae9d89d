"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { SECTIONS } from "./sections";

const LINK =
  "flex items-center gap-2.5 rounded-md px-2.5 py-2 font-medium text-muted hover:bg-surface-hover hover:text-foreground aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-soft-foreground lg:py-1.5";

/** The sections of the console; the one in view says so. */
export function SectionLinks({ onFollow }: { onFollow?: () => void }) {
  const path = usePathname();
  const t = useTranslations("sections");
  return (
    <ul className="flex flex-col gap-0.5">
      {SECTIONS.map(({ href, icon, label }) => (
        <li key={href}>
          <Link
            href={href}
            onClick={onFollow}
            aria-current={path === href || path.startsWith(`${href}/`) ? "page" : undefined}
            className={LINK}
          >
            <Icon name={icon} />
            {t(label)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
