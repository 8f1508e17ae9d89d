"use client";

import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { BoundNumber, BoundSelect, BoundText } from "@/components/console/forms/bound-fields";
import { RecordForm } from "@/components/console/forms/record-form";
import { useRecordForm } from "@/components/console/forms/use-record-form";
import { Time } from "@/components/console/lists/time";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { useAction } from "@/lib/client/use-action";
import { inviteCreate } from "@/lib/contracts/team";
import { roleNamed } from "@/lib/domain/team";
import type { TeamActions } from "./team-actions";
import type { MadeInvite } from "./team-view";
import { useRoleChoices } from "./use-role-choices";

const DAYS = 7;

interface CreateInviteProps {
  /** Where this installation answers, such as https://rewards.example.com. */
  origin: string;
  action: TeamActions["invite"];
}

/** Makes an invite: for which role and how long, and then its link, once. */
export function CreateInvite({ origin, action }: CreateInviteProps) {
  const t = useTranslations("team");
  const tForms = useTranslations("forms");
  const [open, setOpen] = useQueryState("new", parseAsStringLiteral(["invite"]));
  const [made, setMade] = useState<MadeInvite | null>(null);
  const change = (next: boolean) => {
    void setOpen(next ? "invite" : null);
    if (next) setMade(null);
  };
  return (
    <>
      <Button onPress={() => change(true)}>
        <Icon name="plus" />
        {t("invite")}
      </Button>
      <Dialog
        open={open !== null}
        onOpenChange={change}
        title={t(made === null ? "invite" : "createdTitle")}
        closeLabel={tForms("close")}
      >
        {made === null ? <InviteForm action={action} onMade={setMade} /> : <InviteLink origin={origin} made={made} />}
      </Dialog>
    </>
  );
}

const EMPTY = { role: null as string | null, note: "", days: DAYS as number | null };

function InviteForm({ action, onMade }: { action: TeamActions["invite"]; onMade: (made: MadeInvite) => void }) {
  const t = useTranslations("team");
  const { run } = useAction(action, { changes: ["team"] });
  const { form, submit, ...state } = useRecordForm({
    draftKey: "invite.new",
    contract: inviteCreate,
    initial: EMPTY,
    toWire: ({ role, note, days }) => ({ role, note: note.trim() || null, days }),
    save: (wire) => run(wire),
    onSaved: onMade,
  });
  const { control } = form;
  return (
    <RecordForm submit={submit} {...state} saveLabel={t("inviteSubmit")}>
      <BoundSelect
        control={control}
        name="role"
        label={t("role")}
        placeholder={t("chooseRole")}
        choices={useRoleChoices()}
      />
      <BoundText
        control={control}
        name="note"
        label={t("note")}
        optionalLabel={t("optional")}
        hint={t("noteHint")}
        autoComplete="off"
        dir="auto"
      />
      <BoundNumber control={control} name="days" label={t("days")} hint={t("daysHint")} min={1} />
    </RecordForm>
  );
}

function InviteLink({ origin, made }: { origin: string; made: MadeInvite }) {
  const t = useTranslations("team");
  const tRoles = useTranslations("roles");
  const link = `${origin}/invite?token=${made.token}`;
  const role = roleNamed(made.role);
  return (
    <>
      <p className="text-muted">
        {t.rich("createdText", {
          role: role ? tRoles(`names.${role}`) : made.role,
          at: () => <Time at={made.expiresAt} />,
        })}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <code dir="ltr" className="wrap-anywhere min-w-0 flex-1 rounded-md bg-neutral-soft px-3 py-2 text-xs">
          {link}
        </code>
        <CopyButton text={link} label={t("copy")} copiedLabel={t("copied")} autoFocus />
      </div>
    </>
  );
}
