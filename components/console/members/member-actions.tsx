"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useGo } from "@/components/console/shell/use-go";
import { Button } from "@/components/ui/button";
import { buttonClasses } from "@/components/ui/button-classes";
import { Confirm } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { showToast } from "@/components/ui/toast";
import { useCan } from "@/lib/client/program";
import { type ConsoleAction, useAction } from "@/lib/client/use-action";
import type { SaveMember } from "./member-form";
import { type MemberView, memberName } from "./member-row";

export interface MemberActionsProps {
  member: MemberView;
  save: SaveMember;
  remove: ConsoleAction<string, void>;
}

/** What can be done with a member: edit, pause or go live again, delete. */
export function MemberActions({ member, save, remove }: MemberActionsProps) {
  const t = useTranslations("members");
  const tErrors = useTranslations("errors");
  const saving = useAction(save, { changes: ["member", "members"] });
  const live = member.status === "live";
  const become = async () => {
    const result = await saving.run({ id: member.id, values: { status: live ? "paused" : "live" } });
    if (result.ok) showToast(t(live ? "wasPaused" : "wentLive"));
    else showToast(tErrors(result.code), { kind: "danger" });
  };
  if (!useCan("members:write")) return null;
  return (
    <>
      <Link href={`/members/${member.id}/edit`} className={buttonClasses({ kind: "secondary" })}>
        <Icon name="edit" />
        {t("edit")}
      </Link>
      <Button kind="secondary" onPress={() => void become()} disabled={saving.pending}>
        <Icon name={live ? "pause" : "play"} />
        {t(live ? "pause" : "goLive")}
      </Button>
      <DeleteMember member={member} remove={remove} />
    </>
  );
}

function DeleteMember({ member, remove }: Omit<MemberActionsProps, "save">) {
  const t = useTranslations("members");
  const tForms = useTranslations("forms");
  const tErrors = useTranslations("errors");
  const go = useGo();
  const [asking, setAsking] = useState(false);
  const { run, pending } = useAction(remove, { changes: ["members", "reward-logs", "ledger"] });
  const name = memberName(member);
  const confirm = async () => {
    const result = await run(member.id);
    setAsking(false);
    if (!result.ok) return showToast(tErrors(result.code), { kind: "danger" });
    go("/members");
    return showToast(t("deleted", { name }));
  };
  return (
    <>
      <Button kind="secondary" onPress={() => setAsking(true)}>
        <Icon name="trash" />
        {t("delete")}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t("deleteTitle", { name })}
        confirmLabel={t("delete")}
        cancelLabel={tForms("cancel")}
        onConfirm={() => void confirm()}
        pending={pending}
        danger
      >
        {t("deleteText")}
      </Confirm>
    </>
  );
}
