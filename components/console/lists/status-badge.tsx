"use client";

import { useTranslations } from "next-intl";
import { Badge, type BadgeLook } from "@/components/ui/badge";
import type { Status } from "@/lib/domain/record";

const LOOKS: Record<Status, BadgeLook> = { draft: "neutral", live: "success", paused: "warning" };

/** Whether a record counts: by colour and by word. */
export function StatusBadge({ status }: { status: Status }) {
  const t = useTranslations("statuses");
  return (
    <Badge look={LOOKS[status]} dot>
      {t(status)}
    </Badge>
  );
}
