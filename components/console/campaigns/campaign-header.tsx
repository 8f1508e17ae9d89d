"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { HistoryLink } from "@/components/console/audit/history-link";
import { StatusBadge } from "@/components/console/lists/status-badge";
import { useGo } from "@/components/console/shell/use-go";
import { Button } from "@/components/ui/button";
import { buttonClasses } from "@/components/ui/button-classes";
import { Confirm } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import { useCan } from "@/lib/client/program";
import { type ConsoleAction, useAction } from "@/lib/client/use-action";
import type { ParentSlug } from "@/lib/domain/record";
import type { CampaignRecord } from "./campaign-record";
import { type ChangeStatus, StatusDialog } from "./status-dialog";

interface CampaignHeaderProps {
  slug: ParentSlug;
  saved: CampaignRecord;
  unsaved: boolean;
  readOnly: boolean;
  duplicate: () => void;
  changeStatus: ChangeStatus;
  remove: ConsoleAction<{ slug: ParentSlug; id: string }, void>;
}

/** What the page is about, whether it is live, and what can be done with it: only what is legal as it stands. */
export function CampaignHeader(props: CampaignHeaderProps) {
  const { slug, saved, unsaved, readOnly, duplicate, changeStatus, remove } = props;
  const t = useTranslations("campaign");
  const [next, setNext] = useState<"live" | "paused" | null>(null);
  const [opening, setOpening] = useState(0);
  const ask = (status: "live" | "paused") => {
    setOpening(opening + 1);
    setNext(status);
  };
  const [deleting, setDeleting] = useState(false);
  const go = useGo();
  const mayImport = useCan("rewards:write");
  const { id, name, status } = saved.record;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="flex min-w-0 flex-wrap items-center gap-3">
        <h1 className="wrap-anywhere min-w-0 font-semibold text-2xl tracking-tight">
          <bdi>{name}</bdi>
        </h1>
        <StatusBadge status={status} />
      </div>
      <div className="flex flex-wrap gap-2">
        <HistoryLink slug={slug} id={id} />
        {readOnly ? null : (
          <>
            {status === "live" ? (
              <Button kind="secondary" onPress={() => ask("paused")}>
                <Icon name="pause" />
                {t("status.pause")}
              </Button>
            ) : (
              <Button onPress={() => ask("live")} kind="secondary">
                <Icon name="play" />
                {t("status.goLive")}
              </Button>
            )}
            <Menu
              label={t("more")}
              trigger={<Icon name="more" />}
              triggerClassName={`${buttonClasses({ kind: "secondary", iconOnly: true })} inline-flex items-center justify-center`}
              groups={[
                {
                  id: "actions",
                  actions: [
                    { id: "duplicate", label: t("duplicate"), icon: "copy", onAction: duplicate },
                    ...(mayImport
                      ? [
                          {
                            id: "codes",
                            label: t("importCodes"),
                            icon: "upload" as const,
                            onAction: () => go(`/reward-logs/codes?parent=${id}`),
                          },
                        ]
                      : []),
                    {
                      id: "delete",
                      label: t("delete"),
                      icon: "trash",
                      danger: true,
                      onAction: () => setDeleting(true),
                    },
                  ],
                },
              ]}
            />
          </>
        )}
      </div>
      <StatusDialog
        slug={slug}
        id={id}
        name={name}
        next={next}
        opening={opening}
        onClose={() => setNext(null)}
        unsaved={unsaved}
        changeStatus={changeStatus}
      />
      <DeleteDialog slug={slug} id={id} name={name} open={deleting} onOpenChange={setDeleting} remove={remove} />
    </div>
  );
}

interface DeleteDialogProps extends Pick<CampaignHeaderProps, "slug" | "remove"> {
  id: string;
  name: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

function DeleteDialog({ slug, id, name, open, onOpenChange, remove }: DeleteDialogProps) {
  const t = useTranslations("campaign");
  const tErrors = useTranslations("errors");
  const go = useGo();
  const { run, pending } = useAction(remove, { changes: [`${slug}s`, "milestones"] });
  const confirm = async () => {
    const result = await run({ slug, id });
    if (!result.ok) {
      onOpenChange(false);
      return showToast(tErrors(result.code), { kind: "danger" });
    }
    showToast(t("deleted", { name }));
    go(`/${slug}s`);
  };
  return (
    <Confirm
      open={open}
      onOpenChange={onOpenChange}
      title={t("deleteTitle", { name })}
      confirmLabel={t("delete")}
      cancelLabel={t("status.cancel")}
      onConfirm={() => void confirm()}
      pending={pending}
      danger
    >
      {t("deleteText")}
    </Confirm>
  );
}
