import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { PREVIEW_STATES } from "@/lib/contracts/widget-preview";

export const DIRECTIONS = ["auto", "ltr", "rtl"] as const;
export const SCHEMES = ["light", "dark"] as const;
export const DEVICES = ["phone", "desktop"] as const;

/** What the address of a campaign's page says: the language beside the default one, and how the preview looks. */
export const campaignPageState = {
  language: parseAsString,
  shown: parseAsString,
  member: parseAsStringLiteral(PREVIEW_STATES).withDefault("midway"),
  direction: parseAsStringLiteral(DIRECTIONS).withDefault("auto"),
  scheme: parseAsStringLiteral(SCHEMES).withDefault("light"),
  device: parseAsStringLiteral(DEVICES).withDefault("phone"),
};
