"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Confirm } from "@/components/ui/dialog";
import { showToast } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import { leaveFor } from "./leave-for";
import type { TeamActions } from "./team-actions";
import type { PersonRow } from "./team-view";

interface RemovePersonProps {
  person: PersonRow | null;
  onClose: () => void;
  action: TeamActions["remove"];
}

/** Asks before a person can no longer come in. */
export function RemovePerson({ person, onClose, action }: RemovePersonProps) {
  const t = useTranslations("team");
  const tForms = useTranslations("forms");
  const tErrors = useTranslations("errors");
  const [shown, setShown] = useState(person);
  // While it closes it goes on saying whom it was about.
  if (person && person !== shown) setShown(person);
  const { run, pending } = useAction(action, { changes: ["team"] });
  const name = shown?.name ?? "";
  const remove = async () => {
    if (!person) return;
    const result = await run(person.id);
    onClose();
    if (!result.ok) return showToast(tErrors(result.code), { kind: "danger" });
    if (person.self) return leaveFor("/");
    showToast(t("removed", { name }));
  };
  return (
    <Confirm
      open={person !== null}
      onOpenChange={(open) => open || onClose()}
      title={t("removeTitle", { name })}
      confirmLabel={t("remove")}
      cancelLabel={tForms("cancel")}
      onConfirm={() => void remove()}
      pending={pending}
      danger
    >
      <div className="flex flex-col gap-2">
        <p>{shown?.self ? t("leaveText") : t("removeText", { name })}</p>
        <p>{shown?.self ? t("leftBehindOwn") : t("leftBehind", { name })}</p>
      </div>
    </Confirm>
  );
}
