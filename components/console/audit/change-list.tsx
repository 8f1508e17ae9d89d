"use client";

import { useTranslations } from "next-intl";
import type { FieldChange } from "@/lib/domain/audit";
import type { AuditRow } from "./audit-rows";
import { ChangedValue } from "./changed-value";
import { useFieldLabel } from "./use-field-label";

/** As many as are read at a glance. */
const SHOWN = 3;

/** What a change did, value by value: a few at once, and all of a record that came or went once one asks. */
export function ChangeList({ row: { action, changes } }: { row: AuditRow }) {
  const t = useTranslations("audit");
  if (changes.length === 0) return <span className="text-muted">{t("noChange")}</span>;
  const shown = action === "update" ? changes.slice(0, SHOWN) : [];
  const rest = changes.slice(shown.length);
  return (
    <div className="flex w-full min-w-0 flex-col gap-1.5">
      {shown.length > 0 ? <Changes changes={shown} /> : null}
      {rest.length > 0 ? (
        <details className="min-w-0">
          <summary className="w-fit cursor-pointer rounded text-muted text-sm hover:text-foreground">
            {t(shown.length > 0 ? "more" : "count", { count: rest.length })}
          </summary>
          <div className="pt-1.5">
            <Changes changes={rest} />
          </div>
        </details>
      ) : null}
    </div>
  );
}

function Changes({ changes }: { changes: FieldChange[] }) {
  const t = useTranslations("audit");
  const labelOf = useFieldLabel();
  return (
    <dl className="flex min-w-0 flex-col gap-1.5">
      {changes.map(({ path, before, after }) => (
        <div key={path.join(".")} className="flex min-w-0 flex-wrap items-baseline gap-x-2 gap-y-0.5 text-sm">
          <dt className="wrap-anywhere text-muted">{labelOf(path)}</dt>
          <dd className="flex min-w-0 flex-wrap items-baseline gap-x-1.5">
            {before === null ? null : (
              <>
                <span className="sr-only">{t("before")}</span>
                <del className="min-w-0 text-muted line-through decoration-1">
                  <ChangedValue path={path} value={before} />
                </del>
                <span aria-hidden="true" className="inline-block text-muted rtl:-scale-x-100">
                  →
                </span>
              </>
            )}
            <span className="sr-only">{t("after")}</span>
            <ins className="min-w-0 no-underline">
              <ChangedValue path={path} value={after} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
