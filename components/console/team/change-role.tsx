"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { showToast } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import type { Role } from "@/lib/domain/team";
import { leaveFor } from "./leave-for";
import type { TeamActions } from "./team-actions";
import type { PersonRow } from "./team-view";
import { useRoleChoices } from "./use-role-choices";

interface ChangeRoleProps {
  person: PersonRow | null;
  onClose: () => void;
  action: TeamActions["changeRole"];
}

/** Another role for a person, each with what it means. */
export function ChangeRole({ person, onClose, action }: ChangeRoleProps) {
  const t = useTranslations("team");
  const tForms = useTranslations("forms");
  const [shown, setShown] = useState(person);
  // While it closes it goes on saying whom it was about.
  if (person && person !== shown) setShown(person);
  return (
    <Dialog
      open={person !== null}
      onOpenChange={(open) => open || onClose()}
      title={t("changeTitle", { name: shown?.name ?? "" })}
      closeLabel={tForms("close")}
    >
      {shown ? <RoleForm key={shown.id} person={shown} onClose={onClose} action={action} /> : null}
    </Dialog>
  );
}

/** Whether the role before lets a person make invites or keys that the next one does not. */
function leavesBehind(before: Role | null, after: Role | null): boolean {
  if (before === after || after === "owner") return false;
  return before === "owner" || before === "developer";
}

function RoleForm({ person, onClose, action }: ChangeRoleProps & { person: PersonRow }) {
  const t = useTranslations("team");
  const tRoles = useTranslations("roles");
  const tForms = useTranslations("forms");
  const tErrors = useTranslations("errors");
  const choices = useRoleChoices();
  const [role, setRole] = useState<Role | null>(person.role);
  const { run, pending } = useAction(action, { changes: ["team"] });
  const save = async () => {
    if (role === null) return;
    const result = await run({ id: person.id, role });
    onClose();
    if (!result.ok) return showToast(tErrors(result.code), { kind: "danger" });
    // What the console offers goes by the role, so that a change of one's own begins it anew.
    if (person.self) return leaveFor("/");
    showToast(t("changed", { name: person.name, role: tRoles(`names.${role}`) }));
  };
  return (
    <>
      <RadioGroup label={t("role")} value={role} onChange={setRole} choices={choices} />
      {person.self && role !== "owner" ? <Notice kind="info">{t("ownRole")}</Notice> : null}
      {leavesBehind(person.role, role) ? (
        <Notice kind="info">{person.self ? t("leftBehindOwn") : t("leftBehind", { name: person.name })}</Notice>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button kind="secondary" onPress={onClose}>
          {tForms("cancel")}
        </Button>
        <Button onPress={() => void save()} disabled={pending || role === person.role}>
          {t("changeSubmit")}
        </Button>
      </div>
    </>
  );
}
