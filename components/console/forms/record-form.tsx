"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

interface RecordFormProps {
  submit: () => Promise<void>;
  saving: boolean;
  refusal: string | null;
  restored: boolean;
  discard: () => void;
  saveLabel: string;
  children: ReactNode;
  /** Beside the save button. */
  aside?: ReactNode;
  /** For those who may look only: nothing can be typed, and there is no Save. */
  readOnly?: boolean;
  /** For long ones: Save stays in view. */
  long?: boolean;
  /** Its fields are disabled one by one, since other controls among them serve those who look only, too. */
  fieldsDisabled?: boolean;
}

/** The frame of a form: what was restored, what the server refused, the fields, and Save. */
export function RecordForm(props: RecordFormProps) {
  const {
    submit,
    saving,
    refusal,
    restored,
    discard,
    saveLabel,
    children,
    aside,
    readOnly = false,
    long = false,
    fieldsDisabled = false,
  } = props;
  const t = useTranslations("forms");
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving) void submit();
      }}
      // What gets the focus must not come to lie below the bar with Save.
      className={`flex min-w-0 flex-col gap-5 ${long ? "[&_*]:scroll-mb-24" : ""}`}
    >
      {restored ? (
        <div role="status" className="flex flex-wrap items-center justify-between gap-2 text-muted text-sm">
          {t("restored")}
          <Button kind="quiet" size="small" onPress={discard}>
            {t("discard")}
          </Button>
        </div>
      ) : null}
      {refusal ? <Notice kind="danger">{refusal}</Notice> : null}
      <fieldset disabled={readOnly && !fieldsDisabled} className="flex min-w-0 flex-col gap-5">
        {children}
      </fieldset>
      {readOnly ? null : (
        <div
          className={`flex flex-wrap items-center gap-2 ${long ? "sticky bottom-0 z-[1] lg:-bottom-8 -mx-1 border-border border-t bg-background px-1 py-3" : ""}`}
        >
          {/* A disabled button would lose the focus, and with it the keyboard's way out of a window. */}
          <Button type="submit" isPending={saving}>
            {saving ? t("saving") : saveLabel}
          </Button>
          {aside}
        </div>
      )}
    </form>
  );
}
