"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Time } from "@/components/console/lists/time";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { type Column, ListSkeleton, ListTable } from "@/components/ui/list-table";
import { showToast } from "@/components/ui/toast";
import { type ConsoleAction, useAction } from "@/lib/client/use-action";
import { useRead } from "@/lib/client/use-read";
import { CreateKey } from "./create-key";

/** A key as the list shows it; its secret was shown once, when it was made. */
interface ApiKeyRow {
  id: string;
  name: string;
  hint: string;
  scopes: string[];
  createdAt: string;
  lastUsedAt: string | null;
}

interface ApiKeysProps {
  create: ConsoleAction<unknown, { secret: string }>;
  revoke: ConsoleAction<string, void>;
}

/** The secrets with which servers call the API. */
export function ApiKeys({ create, revoke }: ApiKeysProps) {
  const t = useTranslations("apiKeys");
  const { data: keys } = useRead<ApiKeyRow[]>("api-keys");
  const [revoking, setRevoking] = useState<ApiKeyRow | null>(null);
  const columns = useColumns(setRevoking);
  return (
    <Card title={t("title")} intro={t("intro")} actions={<CreateKey action={create} />}>
      {keys === undefined ? <ListSkeleton /> : null}
      {keys?.length === 0 ? <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState> : null}
      {keys && keys.length > 0 ? (
        <ListTable label={t("title")} columns={columns} rows={keys} rowId={(key) => key.id} />
      ) : null}
      <RevokeKey apiKey={revoking} onDone={() => setRevoking(null)} action={revoke} />
    </Card>
  );
}

function useColumns(askToRevoke: (key: ApiKeyRow) => void): Column<ApiKeyRow>[] {
  const t = useTranslations("apiKeys");
  return [
    {
      id: "name",
      label: t("name"),
      cell: (key) => (
        <span className="flex min-w-0 flex-col gap-0.5">
          <bdi className="wrap-anywhere font-medium">{key.name}</bdi>
          <code dir="ltr" className="self-start text-muted text-xs">
            {key.hint}
          </code>
        </span>
      ),
    },
    {
      id: "scopes",
      label: t("scopes"),
      cell: (key) => (
        <span className="flex flex-wrap gap-1">
          {key.scopes.map((scope) => (
            <Badge key={scope}>{scope}</Badge>
          ))}
        </span>
      ),
    },
    {
      id: "used",
      label: t("lastUsed"),
      named: true,
      cell: (key) => (key.lastUsedAt ? <Time at={key.lastUsedAt} /> : <span className="text-muted">{t("never")}</span>),
    },
    {
      id: "revoke",
      label: t("actions"),
      end: true,
      cell: (key) => (
        <Button
          kind="quiet"
          size="small"
          aria-label={t("revokeOf", { name: key.name })}
          onPress={() => askToRevoke(key)}
        >
          <Icon name="trash" />
          {t("revoke")}
        </Button>
      ),
    },
  ];
}

interface RevokeKeyProps {
  apiKey: ApiKeyRow | null;
  onDone: () => void;
  action: ConsoleAction<string, void>;
}

function RevokeKey({ apiKey, onDone, action }: RevokeKeyProps) {
  const t = useTranslations("apiKeys");
  const tForms = useTranslations("forms");
  const tErrors = useTranslations("errors");
  const { run, pending } = useAction(action, { changes: ["api-keys"] });
  const revoke = async () => {
    if (!apiKey) return;
    const result = await run(apiKey.id);
    onDone();
    if (result.ok) showToast(t("revoked", { name: apiKey.name }));
    else showToast(tErrors(result.code), { kind: "danger" });
  };
  return (
    <Confirm
      open={apiKey !== null}
      onOpenChange={(open) => open || onDone()}
      title={t("revokeTitle", { name: apiKey?.name ?? "" })}
      confirmLabel={t("revoke")}
      cancelLabel={tForms("cancel")}
      onConfirm={() => void revoke()}
      pending={pending}
      danger
    >
      {t("revokeText")}
    </Confirm>
  );
}
