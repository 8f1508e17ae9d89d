"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { type Column, ListTable } from "@/components/ui/list-table";
import { RIGHTS, type Right, type RoleRights } from "./role-rights";

/** What stands for a right that a role has, and for one that it lacks. */
const WORDS = {
  campaigns: ["yes", "no"],
  translations: ["yes", "no"],
  rewards: ["yes", "no"],
  members: ["yes", "no"],
  keys: ["yes", "hidden"],
  codes: ["seen", "masked"],
  team: ["manages", "hidden"],
} as const satisfies Record<Right, readonly [string, string]>;

/** Role by role, what it may do. */
export function RoleGuide({ roles }: { roles: RoleRights[] }) {
  const t = useTranslations("team");
  const tRoles = useTranslations("roles");
  const columns: Column<RoleRights>[] = [
    {
      id: "role",
      label: t("role"),
      cell: ({ role }) => <span className="font-medium">{tRoles(`names.${role}`)}</span>,
    },
    ...RIGHTS.map((right) => ({
      id: right,
      label: t(`rights.${right}`),
      named: true,
      cell: ({ rights }: RoleRights) => (
        <span className={rights[right] ? "" : "text-muted"}>{t(WORDS[right][rights[right] ? 0 : 1])}</span>
      ),
    })),
  ];
  return (
    <Card title={t("guide")} intro={t("guideIntro")}>
      <ListTable label={t("guide")} columns={columns} rows={roles} rowId={({ role }) => role} />
    </Card>
  );
}
