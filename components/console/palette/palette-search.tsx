"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Header } from "react-aria-components/Header";
import { Input } from "react-aria-components/Input";
import { Menu, MenuItem, MenuSection } from "react-aria-components/Menu";
import { SearchField } from "react-aria-components/SearchField";
import { Icon } from "@/components/ui/icon";
import { useRead } from "@/lib/client/use-read";
import type { SearchHit } from "@/lib/contracts/search";
import { type PaletteItem, usePaletteCommands, useRecordItems } from "./palette-items";

const MIN_LENGTH = 2;

/** What was typed, and below it everything that it may mean; arrow keys choose, Enter opens. */
export function PaletteSearch({ onDone }: { onDone: () => void }) {
  const t = useTranslations("palette");
  const [text, setText] = useState("");
  const sought = text.trim();
  const searching = sought.length >= MIN_LENGTH;
  const { data, isFetching, isPlaceholderData } = useRead<SearchHit[]>("search", `?q=${encodeURIComponent(sought)}`, {
    enabled: searching,
  });
  // What an earlier text found must not be there for Enter to open.
  const records = useRecordItems(searching && !isPlaceholderData ? (data ?? []) : []);
  const commands = usePaletteCommands(sought);
  const groups = [
    { id: "records", title: t("records"), items: records },
    { id: "create", title: t("create"), items: commands.create },
    { id: "go", title: t("goTo"), items: commands.go },
  ].filter(({ items }) => items.length > 0);
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField
        aria-label={t("title")}
        autoFocus
        // By itself the first Escape only empties the field.
        onKeyDown={(event) => event.key === "Escape" && onDone()}
        className="flex items-center gap-3 border-border border-b px-4"
      >
        <Icon name="search" className="text-muted" />
        <Input
          placeholder={t("placeholder")}
          dir="auto"
          className="h-13 w-full bg-transparent text-base outline-none placeholder:text-muted [&::-webkit-search-cancel-button]:hidden"
        />
      </SearchField>
      <Menu
        aria-label={t("results")}
        onAction={onDone}
        className="overflow-y-auto p-2 outline-none empty:hidden"
        renderEmptyState={() => (
          <div className="px-3 py-6 text-center text-muted">{isFetching ? t("searching") : t("nothing")}</div>
        )}
      >
        {groups.map((group) => (
          <MenuSection key={group.id} aria-label={group.title}>
            <Header className="px-2 pt-2 pb-1 font-medium text-muted text-xs">{group.title}</Header>
            {group.items.map((item) => (
              <ResultItem key={item.id} item={item} />
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Autocomplete>
  );
}

function ResultItem({ item }: { item: PaletteItem }) {
  return (
    <MenuItem
      id={item.id}
      href={item.href}
      textValue={item.title}
      className="flex cursor-pointer items-center gap-3 rounded-md px-2 py-2 outline-none data-[focused]:bg-accent-soft data-[focused]:text-accent-soft-foreground"
    >
      <Icon name={item.icon} />
      <span className="flex min-w-0 flex-1 flex-col">
        <bdi className="truncate">{item.title}</bdi>
        {item.detail ? <bdi className="truncate text-muted text-xs">{item.detail}</bdi> : null}
      </span>
      <span className="shrink-0 text-muted text-xs">{item.kind}</span>
    </MenuItem>
  );
}
