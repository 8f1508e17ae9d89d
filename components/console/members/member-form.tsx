"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { BoundSelect, BoundText, BoundTextArea } from "@/components/console/forms/bound-fields";
import { RecordForm } from "@/components/console/forms/record-form";
import { useRecordForm } from "@/components/console/forms/use-record-form";
import { useGo } from "@/components/console/shell/use-go";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { showToast } from "@/components/ui/toast";
import { changesOf } from "@/lib/client/changes-of";
import { type ConsoleAction, useAction } from "@/lib/client/use-action";
import { memberCreate, memberUpdate } from "@/lib/contracts/member";
import { STATUSES } from "@/lib/domain/record";
import { type MemberView, memberName } from "./member-row";
import { memberValues, memberWire } from "./member-values";

const EXAMPLE = `{ "tier": "gold" }`;

/** Saves a member, a new one where `id` is null. */
export type SaveMember = ConsoleAction<{ id: string | null; values: unknown }, { id: string }>;

/** A member, new or changed. */
export function MemberForm({ member, action }: { member: MemberView | null; action: SaveMember }) {
  const t = useTranslations("members");
  const tStatuses = useTranslations("statuses");
  const go = useGo();
  const { run } = useAction(action, { changes: ["members", "member", "member-name", "reward-logs", "ledger"] });
  const initial = useMemo(() => memberValues(member), [member]);
  const { form, submit, ...state } = useRecordForm({
    draftKey: member ? `member.${member.id}` : "member.new",
    contract: member ? memberUpdate : memberCreate,
    initial,
    toWire: memberWire,
    save: (values, before) =>
      member ? run({ id: member.id, values: changesOf(before, values) }) : run({ id: null, values }),
    onSaved: ({ id }) => {
      showToast(t(member ? "saved" : "created"));
      go(`/members/${id}`);
    },
  });
  const zones = useMemo(() => Intl.supportedValuesOf("timeZone"), []);
  const optional = t("optional");
  const field = (name: "firstName" | "lastName" | "displayName") => (
    <BoundText
      control={form.control}
      name={name}
      label={t(name)}
      optionalLabel={optional}
      autoComplete="off"
      dir="auto"
    />
  );
  const plain = { control: form.control, optionalLabel: optional, autoComplete: "off", dir: "ltr" } as const;
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <PageHeader title={member ? t("editTitle", { name: memberName(member) }) : t("create")} />
      <Card title={t("profile")} intro={t("profileIntro")}>
        <RecordForm submit={submit} {...state} saveLabel={t(member ? "save" : "createSubmit")}>
          <div className="grid gap-5 sm:grid-cols-2">
            <BoundText
              control={form.control}
              name="externalId"
              label={t("externalId")}
              hint={t("externalIdHint")}
              autoComplete="off"
              dir="auto"
            />
            <BoundSelect
              control={form.control}
              name="status"
              label={t("status")}
              hint={t("statusHint")}
              choices={STATUSES.map((value) => ({ value, label: tStatuses(value) }))}
            />
            {field("displayName")}
            {field("firstName")}
            {field("lastName")}
            <BoundText {...plain} name="email" label={t("email")} inputMode="email" />
            <BoundText {...plain} name="phoneNumber" label={t("phoneNumber")} hint={t("phoneHint")} inputMode="tel" />
            <BoundText {...plain} name="walletAddress" label={t("walletAddress")} hint={t("walletHint")} />
            <BoundText
              {...plain}
              name="timeZone"
              label={t("timeZone")}
              hint={t("timeZoneHint")}
              list="member-time-zones"
            />
            <BoundText {...plain} name="languageCode" label={t("languageCode")} hint={t("languageHint")} />
          </div>
          <datalist id="member-time-zones">
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <BoundTextArea
            control={form.control}
            name="metadata"
            label={t("metadata")}
            optionalLabel={optional}
            hint={t("metadataHint", { example: EXAMPLE })}
            dir="ltr"
            spellCheck={false}
            className="font-mono"
          />
        </RecordForm>
      </Card>
    </div>
  );
}
