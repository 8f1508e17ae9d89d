"use client";

import { useTranslations } from "next-intl";
import type { FieldIssue } from "@/lib/client/form-issues";
import type { FieldError } from "@/lib/errors";

/** Says what is wrong with a field in the reader's language; a rule without a text of its own says "not right". */
export function useFieldTexts() {
  const t = useTranslations("formErrors");
  type Rule = Parameters<typeof t.has>[0];
  const known = (rule: string): rule is Rule & string => t.has(rule as Rule);
  const say = (rule: string, values: Record<string, string | number>) =>
    known(rule) ? t(rule as "atLeast", values as { min: number }) : t("invalid");
  return {
    ofIssue: ({ rule, values }: FieldIssue) => say(rule, values),
    ofServer: ({ code, message }: Pick<FieldError, "code" | "message">) => (known(code) ? say(code, {}) : message),
  };
}
