"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ReadError } from "@/lib/client/use-read";

/** Whether what failed is a place in the list that is there no more: again would fail again. */
export function isStalePage(error: Error, after: string | null): boolean {
  return after !== null && error instanceof ReadError && error.code === "invalid_request";
}

/** What stands in the place of what could not be read: why, and a way to try again. */
export function ReadFailure({ error, retry }: { error: Error; retry: () => void }) {
  const t = useTranslations("lists");
  const tErrors = useTranslations("errors");
  return (
    <EmptyState
      title={t("failedTitle")}
      action={
        <Button kind="secondary" size="small" onPress={retry}>
          {t("retry")}
        </Button>
      }
    >
      {tErrors(error instanceof ReadError ? error.code : "not_ready")}
    </EmptyState>
  );
}
