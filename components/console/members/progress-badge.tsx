"use client";

import { useTranslations } from "next-intl";
import { Badge, type BadgeLook } from "@/components/ui/badge";
import type { ProgressRow } from "./member-row";

const LOOKS: Record<ProgressRow["status"], BadgeLook> = {
  in_progress: "accent",
  completed: "success",
  broken: "warning",
  failed: "warning",
};

/** How a run or a window stands: by colour and by word. */
export function ProgressBadge({ status }: Pick<ProgressRow, "status">) {
  const t = useTranslations("members");
  return (
    <Badge look={LOOKS[status]} dot>
      {t(`progressStatuses.${status}`)}
    </Badge>
  );
}
