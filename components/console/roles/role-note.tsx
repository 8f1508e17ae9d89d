"use client";

import { useTranslations } from "next-intl";
import { useCan } from "@/lib/client/program";
import type { ConsoleScope } from "@/lib/contracts/scopes";

/** For who lacks the scope to change what is below: that it is so, and who can change that. */
export function RoleNote({ scope, texts = false }: { scope: ConsoleScope; texts?: boolean }) {
  const t = useTranslations("roles");
  const mayChange = useCan(scope);
  const mayTranslate = useCan("texts:write");
  if (mayChange) return null;
  return (
    <p role="note" className="rounded-md border border-border bg-surface-hover px-3 py-2 text-muted text-sm">
      {t(texts && mayTranslate ? "textsOnly" : "lookOnly")}
    </p>
  );
}
