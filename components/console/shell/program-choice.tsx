"use client";

import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { addressWithProgram } from "@/lib/contracts/program-address";

export interface ProgramOption {
  id: string;
  name: string;
  mode: "live" | "test";
}

interface ProgramChoiceProps {
  current: ProgramOption;
  others: ProgramOption[];
}

/** The program in view, and the others that the user may go to. */
export function ProgramChoice({ current, others }: ProgramChoiceProps) {
  const t = useTranslations("console");
  if (others.length === 0) return <Program {...current} modeLabel={t(current.mode)} />;
  // A page load of its own, so that nothing of one program is left when the other comes.
  const go = (id: string) => window.location.assign(addressWithProgram("/", id));
  return (
    <Menu
      label={t("programs")}
      triggerClassName="flex min-w-0 max-w-full items-center gap-2 rounded-md px-2 py-1.5 outline-none hover:bg-surface-hover data-[focus-visible]:focus-ring"
      trigger={
        <>
          <Program {...current} modeLabel={t(current.mode)} />
          <Icon name="chevron-down" className="text-muted" />
        </>
      }
      groups={[
        {
          id: "others",
          title: t("programs"),
          actions: others.map((other) => ({
            id: other.id,
            label: t("switchTo", { name: `${other.name} (${t(other.mode)})` }),
            onAction: () => go(other.id),
          })),
        },
      ]}
    />
  );
}

function Program({ name, mode, modeLabel }: ProgramOption & { modeLabel: string }) {
  const look = mode === "live" ? "bg-success-soft text-success" : "bg-warning-soft text-warning";
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span className="truncate font-medium">{name}</span>
      <span className={`shrink-0 rounded px-1.5 py-0.5 font-medium text-xs ${look}`}>{modeLabel}</span>
    </span>
  );
}
