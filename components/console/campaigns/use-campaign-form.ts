"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useRecordForm } from "@/components/console/forms/use-record-form";
import { useGo } from "@/components/console/shell/use-go";
import { showToast } from "@/components/ui/toast";
import { useProgram } from "@/lib/client/program";
import { readKey } from "@/lib/client/read-key";
import { useAction } from "@/lib/client/use-action";
import { challengeForm, streakForm } from "@/lib/contracts/campaign-form";
import { campaignChange } from "./campaign-edit";
import type { CampaignFormProps } from "./campaign-props";
import { type CampaignRecord, campaignQuery } from "./campaign-record";
import { type CampaignValues, campaignValues, campaignWire, newCampaign } from "./campaign-values";

const MAX_NAME = 256;

/** The form of a campaign and its ladder: one save for all of it, which sends what differs from what was saved last. */
export function useCampaignForm({ slug, id, actions, saved }: CampaignFormProps, languages: readonly string[]) {
  const t = useTranslations("campaign");
  const go = useGo();
  const program = useProgram();
  const queries = useQueryClient();
  const status = saved?.record.status ?? "draft";
  const { run } = useAction(actions.save, { changes: ["campaign", `${slug}s`, "milestones", "status-outlook"] });
  const [initial] = useState(() => (saved ? campaignValues(saved, languages) : newCampaign(languages)));
  const base = useRef(saved === null ? null : initial);
  const record = useRecordForm({
    draftKey: `${slug}.${id ?? "new"}`,
    contract: slug === "streak" ? streakForm : challengeForm,
    initial,
    toWire: (values: CampaignValues) => campaignWire(slug, values, status),
    save: (wire) => run(campaignChange(slug, id, base.current && campaignWire(slug, base.current, status), wire)),
    fromSaved: (next: CampaignRecord) => campaignValues(next, languages),
    onSaved: (next) => {
      showToast(t("saved"));
      if (id === null) return go(`/${slug}s/${next.record.id}`, "replace");
      base.current = campaignValues(next, languages);
      // What was read before is not to be taken for somebody else's change.
      queries.setQueryData(readKey(program.id, "campaign", campaignQuery(slug, id)), next);
    },
  });
  const { form } = record;
  const { isDirty } = form.formState;
  // Somebody else changed it, and nothing is typed here that this could overwrite.
  useEffect(() => {
    if (!saved || isDirty || base.current === null) return;
    const next = campaignValues(saved, languages);
    if (JSON.stringify(next) === JSON.stringify(base.current)) return;
    base.current = next;
    form.reset(next);
  }, [saved, languages, isDirty, form]);
  return record;
}

/** Copies the campaign as it is saved, and opens the copy. */
export function useDuplicate({ slug, id, actions }: CampaignFormProps) {
  const t = useTranslations("campaign");
  const tErrors = useTranslations("errors");
  const go = useGo();
  const { run } = useAction(actions.duplicate, { changes: [`${slug}s`, "milestones"] });
  return async (name: string) => {
    if (id === null) return;
    const result = await run({ slug, id, name: [...name].slice(0, MAX_NAME).join("") });
    if (!result.ok) return showToast(tErrors(result.code), { kind: "danger" });
    showToast(t("duplicated"));
    go(`/${slug}s/${result.value.id}`);
  };
}
