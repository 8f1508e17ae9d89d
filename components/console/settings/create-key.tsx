"use client";

import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { BoundCheckboxes, BoundText } from "@/components/console/forms/bound-fields";
import { RecordForm } from "@/components/console/forms/record-form";
import { useRecordForm } from "@/components/console/forms/use-record-form";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { useProgram } from "@/lib/client/program";
import { type ConsoleAction, useAction } from "@/lib/client/use-action";
import { apiKeyCreate } from "@/lib/contracts/api-key";
import { SCOPES } from "@/lib/contracts/scopes";

interface CreateKeyProps {
  action: ConsoleAction<unknown, { secret: string }>;
}

/** Makes a key: what it may do, and then its secret, once. */
export function CreateKey({ action }: CreateKeyProps) {
  const t = useTranslations("apiKeys");
  const tForms = useTranslations("forms");
  const [open, setOpen] = useQueryState("new", parseAsStringLiteral(["key"]));
  const [secret, setSecret] = useState<string | null>(null);
  const change = (next: boolean) => {
    void setOpen(next ? "key" : null);
    if (!next) setSecret(null);
  };
  return (
    <>
      <Button kind="secondary" size="small" onPress={() => change(true)}>
        <Icon name="plus" />
        {t("create")}
      </Button>
      <Dialog
        open={open !== null}
        onOpenChange={change}
        title={secret === null ? t("create") : t("createdTitle")}
        closeLabel={tForms("close")}
      >
        {secret === null ? <KeyForm action={action} onCreated={setSecret} /> : <Secret secret={secret} />}
      </Dialog>
    </>
  );
}

function KeyForm({ action, onCreated }: CreateKeyProps & { onCreated: (secret: string) => void }) {
  const t = useTranslations("apiKeys");
  const held = useProgram().scopes;
  const { run } = useAction(action, { changes: ["api-keys", "home"] });
  const { form, submit, ...state } = useRecordForm({
    draftKey: "api-key.new",
    contract: apiKeyCreate,
    initial: { name: "", scopes: [] as string[] },
    toWire: (values) => values,
    save: (wire) => run(wire),
    onSaved: ({ secret }) => onCreated(secret),
  });
  return (
    <RecordForm submit={submit} {...state} saveLabel={t("createSubmit")}>
      <BoundText
        control={form.control}
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        autoComplete="off"
        dir="auto"
      />
      <BoundCheckboxes
        control={form.control}
        name="scopes"
        label={t("scopes")}
        choices={SCOPES.filter((scope) => held.includes(scope)).map((scope) => ({ value: scope, label: scope }))}
      />
    </RecordForm>
  );
}

function Secret({ secret }: { secret: string }) {
  const t = useTranslations("apiKeys");
  return (
    <>
      <Notice kind="success">{t("createdText")}</Notice>
      <div className="flex flex-wrap items-center gap-2">
        <code dir="ltr" className="wrap-anywhere min-w-0 flex-1 rounded-md bg-neutral-soft px-3 py-2 text-xs">
          {secret}
        </code>
        <CopyButton text={secret} label={t("copy")} copiedLabel={t("copied")} autoFocus />
      </div>
    </>
  );
}
