"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useCan } from "@/lib/client/program";
import { CodeForm } from "./code-form";
import type { RewardRowActions } from "./reward-actions";
import type { RewardRow } from "./reward-row";

/**
 * The code of a reward: an input while it waits for one, otherwise the code and a way to change it. An input in which
 * something was typed stays, even when somebody else gives a code meanwhile.
 */
export function CodeCell({ row, actions }: { row: RewardRow; actions: RewardRowActions }) {
  const t = useTranslations("rewardLogs");
  const [editing, setEditing] = useState(false);
  const [saved, setSaved] = useState(false);
  const keepOpen = useCallback(() => setEditing(true), []);
  const [mayWrite, maySee] = [useCan("rewards:write"), useCan("codes:read")];
  const waiting = row.couponCode === null && row.state === "pending";
  if (mayWrite && (waiting || editing))
    return (
      <CodeForm
        row={row}
        actions={actions}
        onTyped={keepOpen}
        onSaved={() => {
          setEditing(false);
          setSaved(true);
        }}
        cancel={waiting ? null : () => setEditing(false)}
      />
    );
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-2">
      {row.couponCode === null ? (
        <span className="text-muted">{t("noCode")}</span>
      ) : !maySee ? (
        <span className="text-muted">
          <span aria-hidden="true">{row.couponCode}</span>
          <span className="sr-only">{t("codeHidden")}</span>
        </span>
      ) : (
        <code className="wrap-anywhere min-w-0 font-medium" dir="auto">
          {row.couponCode}
        </code>
      )}
      {mayWrite && row.state !== "redeemed" ? (
        <Button
          kind="quiet"
          size="small"
          aria-label={t("changeFor", { member: row.member?.name ?? t("memberGone") })}
          onPress={() => setEditing(true)}
        >
          {t("change")}
        </Button>
      ) : null}
      {saved && row.couponCode !== null ? <Saved label={t("saved")} /> : null}
    </div>
  );
}

/** Says that it was saved, and takes the focus when the vanished input left it to nobody. */
function Saved({ label }: { label: string }) {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) mark.current?.focus();
  }, []);
  return (
    <span ref={mark} role="status" tabIndex={-1} className="text-success text-xs outline-none">
      {label}
    </span>
  );
}
