"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { auditListQuery } from "@/components/console/audit/audit-list-state";
import { Icon } from "@/components/ui/icon";
import { Menu, type MenuAction } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions/action-result";
import { useCan } from "@/lib/client/program";
import { ExpiryDialog } from "./expiry-dialog";
import type { RewardRowActions } from "./reward-actions";
import type { RewardRow } from "./reward-row";
import { useRewardChange } from "./use-reward-change";

const TRIGGER =
  "inline-flex size-9 items-center justify-center rounded-md text-muted outline-none hover:bg-surface-hover hover:text-foreground data-[focus-visible]:focus-ring";

/** What else can be done with a reward: only what its state allows. */
export function RewardMenu({ row, actions }: { row: RewardRow; actions: RewardRowActions }) {
  const t = useTranslations("rewardLogs");
  const tErrors = useTranslations("errors");
  const tAudit = useTranslations("audit");
  const [expiry, setExpiry] = useState(false);
  const { apply, redeem } = useRewardChange(actions);
  const told = async (result: Promise<ActionResult<RewardRow>>) => {
    const done = await result;
    if (!done.ok) showToast(tErrors(done.code), { kind: "danger" });
  };
  const redeemed = row.state === "redeemed";
  const offered: (MenuAction | false)[] = [
    row.state === "issued" && { id: "redeem", label: t("redeem"), icon: "check", onAction: () => told(redeem(row)) },
    redeemed && {
      id: "takeBack",
      label: t("takeBack"),
      onAction: () => told(apply(row, { rewardRedeemedAt: null }, t("takenBack"))),
    },
    !redeemed && { id: "expiry", label: t("changeExpiry"), icon: "edit", onAction: () => setExpiry(true) },
    !redeemed &&
      row.couponCode !== null && {
        id: "clear",
        label: t("clearCode"),
        icon: "trash",
        danger: true,
        onAction: () => told(apply(row, { couponCode: null }, t("codeCleared"))),
      },
  ];
  const history: MenuAction = {
    id: "history",
    label: tAudit("history"),
    icon: "history",
    href: `/audit${auditListQuery({ kind: "reward_log", record: row.id })}`,
  };
  if (!useCan("rewards:write")) return null;
  return (
    <>
      <Menu
        label={t("actionsOf", { member: row.member?.name ?? t("memberGone"), reward: row.title })}
        trigger={<Icon name="more" />}
        triggerClassName={TRIGGER}
        groups={[{ id: "reward", actions: [...offered.filter((item) => item !== false), history] }]}
      />
      <ExpiryDialog
        row={row}
        open={expiry}
        onOpenChange={setExpiry}
        save={(seen, patch) => apply(seen, patch, t("expirySaved"))}
      />
    </>
  );
}
