"use client";

import { useLocale } from "next-intl";

/** The name of a language in the reader's own; its tag where there is none. */
export function useLanguageName(): (tag: string) => string {
  const names = new Intl.DisplayNames([useLocale()], { type: "language" });
  return (tag) => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      return tag;
    }
  };
}
