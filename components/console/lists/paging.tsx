"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

interface PagingProps {
  /** The cursor in the address, and the one behind the last row. */
  after: string | null;
  next: string | null;
  goTo: (after: string | null) => void;
}

/** Where a list goes on, and back to where it begins; nothing where there is just one page. */
export function Paging({ after, next, goTo }: PagingProps) {
  const t = useTranslations("lists");
  if (!after && !next) return null;
  return (
    <nav aria-label={t("paging")} className="flex justify-end gap-2">
      {after ? (
        <Button kind="secondary" size="small" onPress={() => goTo(null)}>
          {t("first")}
        </Button>
      ) : null}
      {next ? (
        <Button kind="secondary" size="small" onPress={() => goTo(next)}>
          {t("next")}
        </Button>
      ) : null}
    </nav>
  );
}
