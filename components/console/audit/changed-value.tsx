"use client";

import Image from "next/image";
import { useTranslations } from "next-intl";
import { Time } from "@/components/console/lists/time";
import { useAmount } from "@/components/console/use-amount";

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
/** Holds what only the customer can read: its numbers may be years. */
const FREE = "metadata";

/** Where the words for a field's values are, for those that have words. */
const WORDS: Readonly<Record<string, string>> = {
  status: "statuses",
  state: "states",
  role: "roles.names",
  aggregationMethod: "campaign.methods",
  aggregationPeriod: "campaign.periods",
  linkedSchemaSlug: "audit.kinds",
};

/** A value as people read it: words, dates in the program's zone, pictures; what is unknown as it is kept. */
export function ChangedValue({ path, value }: { path: readonly string[]; value: unknown }) {
  const t = useTranslations("audit");
  const amount = useAmount();
  const wordOf = useWord();
  if (value === null || value === "") return <span className="text-muted italic">{t("nothing")}</span>;
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "number" && path[0] !== FREE) return amount(value);
  if (typeof value === "string" && INSTANT.test(value)) return <Time at={value} />;
  const url = pictureOf(value);
  if (url)
    return (
      <Image
        unoptimized
        src={url}
        alt={t("icon")}
        width={24}
        height={24}
        className="inline-block rounded object-contain"
      />
    );
  const text = typeof value === "string" ? (wordOf(path, value) ?? value) : listOf(value);
  return <bdi className="wrap-anywhere whitespace-pre-wrap">{text}</bdi>;
}

function useWord(): (path: readonly string[], value: string) => string | null {
  const t = useTranslations();
  type Key = Parameters<typeof t.has>[0];
  return ([field = "", ...inner], value) => {
    const words = inner.length === 0 && Object.hasOwn(WORDS, field) ? WORDS[field] : undefined;
    const key = `${words}.${value}` as Key & "statuses.live";
    return words !== undefined && /^\w+$/.test(value) && t.has(key) ? t(key) : null;
  };
}

function pictureOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null || !("url" in value)) return null;
  return typeof value.url === "string" && value.url.startsWith("/icons/") ? value.url : null;
}

function listOf(value: unknown): string {
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value.join(", ");
  return JSON.stringify(value);
}
