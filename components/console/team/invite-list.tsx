"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Time } from "@/components/console/lists/time";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { type Column, ListTable } from "@/components/ui/list-table";
import { showToast } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import type { TeamActions } from "./team-actions";
import type { InviteRow } from "./team-view";

interface InviteListProps {
  invites: InviteRow[];
  revoke: TeamActions["revoke"];
}

/** The invites that still work, each of which can be put out of use. */
export function InviteList({ invites, revoke }: InviteListProps) {
  const t = useTranslations("team");
  const tForms = useTranslations("forms");
  const tErrors = useTranslations("errors");
  const [asked, setAsked] = useState<InviteRow | null>(null);
  const { run, pending } = useAction(revoke, { changes: ["team"] });
  const columns = useColumns(setAsked);
  const confirm = async () => {
    if (!asked) return;
    const result = await run(asked.id);
    setAsked(null);
    if (result.ok) showToast(t("revoked"));
    else showToast(tErrors(result.code), { kind: "danger" });
  };
  return (
    <Card title={t("invites")} intro={t("invitesIntro")}>
      {invites.length === 0 ? (
        <p className="text-muted">{t("noInvites")}</p>
      ) : (
        <ListTable label={t("invites")} columns={columns} rows={invites} rowId={(invite) => invite.id} />
      )}
      <Confirm
        open={asked !== null}
        onOpenChange={(open) => open || setAsked(null)}
        title={t("revokeTitle")}
        confirmLabel={t("revoke")}
        cancelLabel={tForms("cancel")}
        onConfirm={() => void confirm()}
        pending={pending}
        danger
      >
        {t("revokeText")}
      </Confirm>
    </Card>
  );
}

function useColumns(ask: (invite: InviteRow) => void): Column<InviteRow>[] {
  const t = useTranslations("team");
  const tRoles = useTranslations("roles");
  return [
    {
      id: "invite",
      label: t("invited"),
      cell: ({ note, role }) => (
        <span className="flex min-w-0 flex-col items-start gap-0.5">
          {note ? (
            <bdi className="wrap-anywhere font-medium">{note}</bdi>
          ) : (
            <span className="text-muted">{t("unnamed")}</span>
          )}
          <span className="text-muted text-xs">{role ? tRoles(`names.${role}`) : "–"}</span>
        </span>
      ),
    },
    {
      id: "by",
      label: t("by"),
      named: true,
      cell: ({ madeBy }) =>
        madeBy ? <bdi className="wrap-anywhere">{madeBy}</bdi> : <span className="text-muted">{t("byNobody")}</span>,
    },
    { id: "expires", label: t("expires"), named: true, cell: ({ expiresAt }) => <Time at={expiresAt} /> },
    {
      id: "revoke",
      label: t("actions"),
      quiet: true,
      end: true,
      cell: (invite) => (
        <Button
          kind="quiet"
          size="small"
          aria-label={t("revokeOf", { name: invite.note ?? t("unnamed") })}
          onPress={() => ask(invite)}
        >
          <Icon name="trash" />
          {t("revoke")}
        </Button>
      ),
    },
  ];
}
