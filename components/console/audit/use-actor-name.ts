"use client";

import { useTranslations } from "next-intl";
import type { AuditActorView } from "./audit-rows";

/** What whoever made a change is called. */
export function useActorName(): (actor: AuditActorView) => string {
  const t = useTranslations("audit");
  return ({ kind, name }) => name ?? t(kind === "system" ? "system" : kind === "key" ? "unknownKey" : "unknown");
}
