"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { useWatch } from "react-hook-form";
import { HistoryLink } from "@/components/console/audit/history-link";
import { BoundNumber, BoundSelect, BoundSwitch, BoundText } from "@/components/console/forms/bound-fields";
import { StatusBadge } from "@/components/console/lists/status-badge";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { STATUSES } from "@/lib/domain/record";
import type { WireMilestone } from "./campaign-record";
import { useEditor } from "./editor";
import { TextFields } from "./text-fields";

interface MilestoneRungProps {
  position: number;
  /** As it is saved; null for one that is new. */
  saved: WireMilestone | null;
  open: boolean;
  /** It was just added, and what is typed next belongs to it. */
  focused: boolean;
  onToggle: (open: boolean) => void;
  onRemove: () => void;
}

/** One milestone of the ladder: a line that says what it is, and its fields below once it is opened. */
export function MilestoneRung({ position, saved, open, focused, onToggle, onRemove }: MilestoneRungProps) {
  const t = useTranslations("campaign");
  const format = useFormatter();
  const { control, readOnly } = useEditor();
  const id = useId();
  const own = useRef<HTMLLIElement>(null);
  const typed = useWatch({ control, name: `milestones.${position}` });
  useEffect(() => {
    if (focused) own.current?.querySelector("input")?.focus();
  }, [focused]);
  const anchor = saved ? `milestone-${saved.id}` : undefined;
  useEffect(() => {
    if (anchor && window.location.hash === `#${anchor}`) own.current?.scrollIntoView({ block: "start" });
  }, [anchor]);
  if (!typed) return null;
  const title = typed.eudTitle || typed.eudMilestoneRewardTitle || typed.name || t("untitled");
  const target = typed.milestoneTargetValue === null ? "–" : format.number(typed.milestoneTargetValue);
  return (
    <li id={anchor} ref={own} className="min-w-0 scroll-mt-4 rounded-md border border-border">
      <div className="flex min-w-0 items-center gap-2 p-2">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => onToggle(!open)}
          className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 rounded px-1 py-1 text-start"
        >
          <Icon name="chevron-down" className={open ? "" : "-rotate-90 rtl:rotate-90"} />
          <span className="min-w-8 rounded-full bg-accent-soft px-2 py-0.5 text-center font-medium text-accent-soft-foreground text-sm tabular-nums">
            {target}
          </span>
          <bdi className="wrap-anywhere min-w-0 flex-1 font-medium">{title}</bdi>
          <StatusBadge status={typed.status} />
        </button>
        {readOnly ? null : (
          <Button kind="quiet" size="small" iconOnly aria-label={t("removeMilestone", { title })} onPress={onRemove}>
            <Icon name="trash" />
          </Button>
        )}
      </div>
      <div id={id} className="border-border border-t p-3 sm:p-4" hidden={!open}>
        {open ? <RungFields position={position} saved={saved} /> : null}
      </div>
    </li>
  );
}

function RungFields({ position, saved }: Pick<MilestoneRungProps, "position" | "saved">) {
  const t = useTranslations("campaign");
  const tStatuses = useTranslations("statuses");
  const { slug, control, readOnly, saved: campaign } = useEditor();
  const paid = saved !== null && campaign?.paidMilestones.includes(saved.id) === true;
  const path = `milestones.${position}` as const;
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <div className="grid gap-5 sm:grid-cols-3">
        <BoundNumber
          control={control}
          name={`${path}.milestoneTargetValue`}
          label={t(slug === "streak" ? "targetStreak" : "targetChallenge")}
          hint={paid ? t("lockedTarget") : undefined}
          min={0}
          fractionDigits={slug === "streak" ? 0 : 6}
          disabled={paid || readOnly}
        />
        <BoundNumber control={control} name={`${path}.points`} label={t("points")} min={0} disabled={readOnly} />
        <BoundSelect
          control={control}
          name={`${path}.status`}
          label={t("milestoneStatus")}
          choices={STATUSES.map((value) => ({ value, label: tStatuses(value) }))}
          disabled={readOnly}
        />
      </div>
      <TextFields milestone={position} />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <BoundText
          control={control}
          name={`${path}.name`}
          label={t("internalName")}
          optionalLabel={t("optional")}
          hint={t("internalNameHint")}
          dir="auto"
          autoComplete="off"
          disabled={readOnly}
        />
        <BoundText
          control={control}
          name={`${path}.description`}
          label={t("note")}
          optionalLabel={t("optional")}
          dir="auto"
          autoComplete="off"
          disabled={readOnly}
        />
      </div>
      <BoundSwitch
        control={control}
        name={`${path}.repeatable`}
        label={t("repeatable")}
        hint={t("repeatableHint")}
        disabled={readOnly}
      />
      {saved ? (
        <div>
          <HistoryLink slug="milestone" id={saved.id} small />
        </div>
      ) : null}
    </div>
  );
}
