"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClasses } from "@/components/ui/button-classes";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { useCan, useProgram } from "@/lib/client/program";
import type { ConsoleScope } from "@/lib/contracts/scopes";

/** A page for whose role may do what it is for; others, who came by its address, are told so. */
export function Allowed({ scope, children }: { scope: ConsoleScope; children: ReactNode }) {
  const t = useTranslations("roles");
  const { role } = useProgram();
  if (useCan(scope)) return children;
  return (
    <div className="mx-auto max-w-3xl">
      <EmptyState
        title={t("notAllowedTitle")}
        action={
          <Link href="/" className={buttonClasses({ kind: "secondary", size: "small" })}>
            {t("toHome")}
          </Link>
        }
      >
        {t("notAllowed", { role: role ? t(`names.${role}`) : "–" })}
      </EmptyState>
    </div>
  );
}
