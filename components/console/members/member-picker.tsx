"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ComboBox } from "@/components/ui/combo-box";
import { Icon } from "@/components/ui/icon";
import { useRead } from "@/lib/client/use-read";
import type { SearchHit } from "@/lib/contracts/search";

const MIN_LENGTH = 2;

interface MemberPickerProps {
  label: string;
  bare?: boolean;
  /** The member's id. */
  value: string | null;
  onChange: (id: string | null) => void;
}

/** A member, found by name, e-mail address or the customer's own id; the chosen one stands there until it is removed. */
export function MemberPicker({ label, bare = false, value, onChange }: MemberPickerProps) {
  if (value) return <Chosen id={value} label={label} bare={bare} onRemove={() => onChange(null)} />;
  return <Finder label={label} bare={bare} onChoose={onChange} />;
}

function Finder({ label, bare, onChoose }: { label: string; bare: boolean; onChoose: (id: string) => void }) {
  const t = useTranslations("memberPicker");
  const [text, setText] = useState("");
  const sought = text.trim();
  const { data, isFetching } = useRead<SearchHit[]>("search", `?q=${encodeURIComponent(sought)}`, {
    enabled: sought.length >= MIN_LENGTH,
  });
  const hits = sought.length >= MIN_LENGTH ? (data ?? []).filter(({ kind }) => kind === "member") : [];
  return (
    <ComboBox
      label={label}
      bare={bare}
      text={text}
      onText={setText}
      choices={hits.map(({ id, title, detail }) => ({ value: id, label: title, ...(detail ? { detail } : {}) }))}
      onChoose={onChoose}
      emptyText={sought.length < MIN_LENGTH ? t("type") : isFetching ? t("searching") : t("nobody")}
    />
  );
}

interface ChosenProps {
  id: string;
  label: string;
  bare: boolean;
  onRemove: () => void;
}

function Chosen({ id, label, bare, onRemove }: ChosenProps) {
  const t = useTranslations("memberPicker");
  const { data } = useRead<{ name: string } | null>("member-name", `?id=${id}`);
  const name = data === undefined ? "…" : (data?.name ?? t("unknown"));
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <span className={bare ? "sr-only" : "font-medium text-sm"}>{label}</span>
      <span className="flex h-9 min-w-0 max-w-full items-center gap-1 self-start rounded-md bg-accent-soft ps-3 pe-1 text-accent-soft-foreground text-sm">
        <Icon name="users" />
        <bdi className="truncate">{name}</bdi>
        <Button kind="quiet" size="small" iconOnly aria-label={t("remove", { name })} onPress={onRemove}>
          <Icon name="close" />
        </Button>
      </span>
    </div>
  );
}
