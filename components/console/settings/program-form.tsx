"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { BoundText, BoundTextArea } from "@/components/console/forms/bound-fields";
import { RecordForm } from "@/components/console/forms/record-form";
import { useRecordForm } from "@/components/console/forms/use-record-form";
import { RoleNote } from "@/components/console/roles/role-note";
import { Card } from "@/components/ui/card";
import { showToast } from "@/components/ui/toast";
import { changesOf } from "@/lib/client/changes-of";
import { type ConsoleAction, useAction } from "@/lib/client/use-action";
import { programUpdate } from "@/lib/contracts/program";
import { type ProgramSettings, programValues, programWire } from "./program-settings";

interface ProgramFormProps {
  program: ProgramSettings;
  /** For roles that may look only. */
  readOnly: boolean;
  action: ConsoleAction<unknown, ProgramSettings>;
}

/** What the program is called, which languages and zone it speaks, and which shops may show its widget. */
export function ProgramForm({ program, readOnly, action }: ProgramFormProps) {
  const t = useTranslations("settings");
  const { run } = useAction(action, { changes: ["home", "open-texts"] });
  const initial = useMemo(() => programValues(program), [program]);
  const { form, submit, ...state } = useRecordForm({
    draftKey: "program",
    contract: programUpdate,
    initial,
    toWire: programWire,
    save: (wire, before) => run(changesOf(before, wire)),
    fromSaved: programValues,
    onSaved: () => showToast(t("saved")),
  });
  const zones = useMemo(() => Intl.supportedValuesOf("timeZone"), []);
  const { control } = form;
  return (
    <Card title={t("program")} intro={t(program.mode === "live" ? "programLive" : "programTest")}>
      <RoleNote scope="keys:write" />
      <RecordForm submit={submit} {...state} saveLabel={t("save")} readOnly={readOnly}>
        <BoundText control={control} name="name" label={t("name")} autoComplete="off" dir="auto" />
        <div id="languages" className="grid scroll-mt-4 gap-5 sm:grid-cols-2">
          <BoundText
            control={control}
            name="defaultLanguage"
            label={t("defaultLanguage")}
            hint={t("defaultLanguageHint")}
            dir="ltr"
            autoComplete="off"
          />
          <BoundText
            control={control}
            name="languages"
            label={t("languages")}
            hint={t("languagesHint")}
            dir="ltr"
            autoComplete="off"
          />
        </div>
        <BoundText
          control={control}
          name="timeZone"
          label={t("timeZone")}
          hint={t("timeZoneHint")}
          placeholder="UTC"
          list="time-zones"
          dir="ltr"
          autoComplete="off"
        />
        <datalist id="time-zones">
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <BoundTextArea
          control={control}
          name="allowedOrigins"
          label={t("allowedOrigins")}
          hint={t("allowedOriginsHint")}
          placeholder="https://shop.example.com"
          dir="ltr"
        />
      </RecordForm>
    </Card>
  );
}
