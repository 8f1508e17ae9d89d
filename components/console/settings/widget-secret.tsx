"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Confirm } from "@/components/ui/dialog";
import { showToast } from "@/components/ui/toast";
import { type ConsoleAction, useAction } from "@/lib/client/use-action";

interface WidgetSecretProps {
  show: ConsoleAction<null, string>;
  rotate: ConsoleAction<null, string>;
}

/** The secret with which the customer's server signs members in to the widget. */
export function WidgetSecret({ show, rotate }: WidgetSecretProps) {
  const t = useTranslations("widgetSecret");
  const tForms = useTranslations("forms");
  const tErrors = useTranslations("errors");
  const [secret, setSecret] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const showing = useAction(show);
  const rotating = useAction(rotate);
  const reveal = async (action: typeof showing, done?: string) => {
    const result = await action.run(null);
    if (!result.ok) return void showToast(tErrors(result.code), { kind: "danger" });
    setSecret(result.value);
    if (done) showToast(done);
  };
  return (
    <Card title={t("title")} intro={t("intro")}>
      <div className="flex flex-wrap items-center gap-2">
        <code dir="ltr" className="wrap-anywhere min-w-0 flex-1 rounded-md bg-neutral-soft px-3 py-2 text-xs">
          {secret ?? "••••••••••••••••"}
        </code>
        {secret === null ? (
          <Button kind="secondary" size="small" disabled={showing.pending} onPress={() => void reveal(showing)}>
            {t("show")}
          </Button>
        ) : (
          <CopyButton text={secret} label={t("copy")} copiedLabel={t("copied")} />
        )}
        <Button kind="quiet" size="small" onPress={() => setAsking(true)}>
          {t("rotate")}
        </Button>
      </div>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t("rotateTitle")}
        confirmLabel={t("rotate")}
        cancelLabel={tForms("cancel")}
        pending={rotating.pending}
        onConfirm={() => {
          setAsking(false);
          void reveal(rotating, t("rotated"));
        }}
        danger
      >
        {t("rotateText")}
      </Confirm>
    </Card>
  );
}
