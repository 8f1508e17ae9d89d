"use client";

import { useTranslations } from "next-intl";
import { SECTIONS } from "@/components/console/shell/sections";
import type { IconName } from "@/components/ui/icon";
import { useProgram } from "@/lib/client/program";
import type { ConsoleScope } from "@/lib/contracts/scopes";
import type { SearchHit, SearchKind } from "@/lib/contracts/search";

/** One thing that the palette can do: all of them are addresses. */
export interface PaletteItem {
  id: string;
  title: string;
  detail: string | null;
  kind: string;
  icon: IconName;
  href: string;
}

const ICONS: Record<SearchKind, IconName> = {
  streak: "flame",
  challenge: "target",
  milestone: "flag",
  member: "users",
  reward_log: "ticket",
};

const PLACES: Record<SearchKind, (hit: SearchHit) => string> = {
  streak: ({ id }) => `/streaks/${id}`,
  challenge: ({ id }) => `/challenges/${id}`,
  milestone: ({ id, parent }) => (parent ? `/${parent.slug}s/${parent.id}#milestone-${id}` : "/milestones"),
  member: ({ id }) => `/members/${id}`,
  reward_log: ({ id }) => `/reward-logs?reward=${id}`,
};

/** What can be made from anywhere. */
const CREATES = [
  { href: "/streaks/new", label: "newStreak", scope: "campaigns:write", icon: "flame" },
  { href: "/challenges/new", label: "newChallenge", scope: "campaigns:write", icon: "target" },
  { href: "/members/new", label: "newMember", scope: "members:write", icon: "users" },
  { href: "/points?new=rule", label: "newRule", scope: "points:write", icon: "coins" },
  { href: "/reward-logs/codes", label: "importCodes", scope: "rewards:write", icon: "upload" },
  { href: "/settings/team?new=invite", label: "invite", scope: "team:write", icon: "users" },
  { href: "/settings?new=key", label: "newKey", scope: "keys:write", icon: "key" },
] as const satisfies { href: string; label: string; scope: ConsoleScope; icon: IconName }[];

export function useRecordItems(hits: SearchHit[]): PaletteItem[] {
  const t = useTranslations("palette.kinds");
  return hits.map((hit) => ({
    id: `${hit.kind}-${hit.id}`,
    title: hit.title,
    detail: hit.detail,
    kind: t(hit.kind),
    icon: ICONS[hit.kind],
    href: PLACES[hit.kind](hit),
  }));
}

/** Sections and creations whose name holds what was typed. */
export function usePaletteCommands(text: string): { go: PaletteItem[]; create: PaletteItem[] } {
  const t = useTranslations("palette");
  const tSections = useTranslations("sections");
  const { scopes } = useProgram();
  const matches = ({ title }: PaletteItem) => title.toLocaleLowerCase().includes(text.toLocaleLowerCase());
  const command = (href: string, title: string, icon: IconName): PaletteItem => ({
    id: href,
    title,
    detail: null,
    kind: "",
    icon,
    href,
  });
  return {
    go: SECTIONS.map(({ href, label, icon }) => command(href, tSections(label), icon)).filter(matches),
    create: CREATES.filter(({ scope }) => scopes.includes(scope))
      .map(({ href, label, icon }) => command(href, t(label), icon))
      .filter(matches),
  };
}
