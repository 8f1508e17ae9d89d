"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Confirm } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions/action-result";
import { useAction } from "@/lib/client/use-action";
import type { RuleRow } from "./points-rows";
import { RULE_READS, type RuleActions } from "./rule-dialog";

const TRIGGER =
  "inline-flex size-9 items-center justify-center rounded-md text-muted outline-none hover:bg-surface-hover hover:text-foreground data-[focus-visible]:focus-ring";

/** What can be done with a rule. */
export function RuleMenu({ rule, actions, edit }: { rule: RuleRow; actions: RuleActions; edit: () => void }) {
  const t = useTranslations("points");
  const tForms = useTranslations("forms");
  const tErrors = useTranslations("errors");
  const [deleting, setDeleting] = useState(false);
  const updating = useAction(actions.update, { changes: RULE_READS });
  const removing = useAction(actions.remove, { changes: RULE_READS });
  const tell = (result: ActionResult<unknown>, said: string) =>
    void (result.ok ? showToast(said) : showToast(tErrors(result.code), { kind: "danger" }));
  const become = async (status: "live" | "paused") =>
    tell(await updating.run({ id: rule.id, patch: { status } }), t(status === "live" ? "wentLive" : "wasPaused"));
  const remove = async () => {
    const result = await removing.run(rule.id);
    setDeleting(false);
    tell(result, t("deleted", { name: rule.eventType }));
  };
  return (
    <>
      <Menu
        label={t("actionsOf", { name: rule.eventType })}
        trigger={<Icon name="more" />}
        triggerClassName={TRIGGER}
        groups={[
          {
            id: "rule",
            actions: [
              { id: "edit", label: t("edit"), icon: "edit", onAction: edit },
              rule.status === "live"
                ? { id: "pause", label: t("pause"), icon: "pause", onAction: () => become("paused") }
                : { id: "live", label: t("goLive"), icon: "play", onAction: () => become("live") },
              { id: "delete", label: t("delete"), icon: "trash", danger: true, onAction: () => setDeleting(true) },
            ],
          },
        ]}
      />
      <Confirm
        open={deleting}
        onOpenChange={setDeleting}
        title={t("deleteTitle", { name: rule.eventType })}
        confirmLabel={t("delete")}
        cancelLabel={tForms("cancel")}
        onConfirm={() => void remove()}
        pending={removing.pending}
        danger
      >
        {t("deleteText")}
      </Confirm>
    </>
  );
}
