"use client";

import { useTranslations } from "next-intl";
import { Time } from "@/components/console/lists/time";
import { Badge, type BadgeLook } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { Column } from "@/components/ui/list-table";
import type { AuditAction } from "@/lib/domain/audit";
import type { AuditActorView, AuditRow } from "./audit-rows";
import { ChangeList } from "./change-list";
import { useActorName } from "./use-actor-name";

const LOOKS: Record<AuditAction, BadgeLook> = { create: "success", update: "accent", delete: "danger" };

/** How a change is shown: when, by whom, of what, and the values before and after. */
export function useAuditColumns(): Column<AuditRow>[] {
  const t = useTranslations("audit");
  return [
    { id: "when", label: t("when"), className: "align-top md:w-40", cell: (row) => <Time at={row.createdAt} /> },
    { id: "who", label: t("who"), className: "align-top md:w-52", cell: (row) => <Who actor={row.actor} /> },
    { id: "what", label: t("what"), className: "align-top md:w-56", cell: (row) => <What row={row} /> },
    { id: "changes", label: t("changes"), className: "align-top", cell: (row) => <ChangeList row={row} /> },
  ];
}

function Who({ actor }: { actor: AuditActorView }) {
  const t = useTranslations("audit");
  const nameOf = useActorName();
  return (
    <span className="flex min-w-0 flex-col items-start gap-0.5">
      <span className="flex min-w-0 items-center gap-1.5">
        {actor.kind === "key" ? <Icon name="key" className="text-muted" /> : null}
        <bdi className="wrap-anywhere font-medium">{nameOf(actor)}</bdi>
      </span>
      <bdi className="wrap-anywhere text-muted text-xs">{actor.kind === "key" ? t("key") : actor.detail}</bdi>
    </span>
  );
}

function What({ row: { action, slug, title, href } }: { row: AuditRow }) {
  const t = useTranslations("audit");
  const kind = t(`kinds.${slug}`);
  const name = <bdi className="wrap-anywhere">{title ?? kind}</bdi>;
  return (
    <span className="flex min-w-0 flex-col items-start gap-1">
      <span className="flex flex-wrap items-center gap-2">
        <Badge look={LOOKS[action]}>{t(`actions.${action}`)}</Badge>
        {title ? <span className="text-muted text-xs">{kind}</span> : null}
      </span>
      {href ? (
        <Link prefetch={false} href={href} className="rounded font-medium hover:underline">
          {name}
        </Link>
      ) : (
        <span className="font-medium">{name}</span>
      )}
    </span>
  );
}
