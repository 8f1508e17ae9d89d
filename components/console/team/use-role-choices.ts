"use client";

import { useTranslations } from "next-intl";
import { ROLES, type Role } from "@/lib/domain/team";

/** The roles to choose from, each with what it means. */
export function useRoleChoices(): { value: Role; label: string; detail: string }[] {
  const t = useTranslations("roles");
  return ROLES.map((value) => ({ value, label: t(`names.${value}`), detail: t(`means.${value}`) }));
}
