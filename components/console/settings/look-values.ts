import type { z } from "zod";
import type { widgetThemeDraft } from "@/lib/contracts/widget-theme";
import { THEME_COLORS, type ThemeColor, type ThemeScheme, type WidgetTheme } from "@/lib/domain/widget-theme";

export const LOOKS = ["light", "dark"] as const;
export type Look = (typeof LOOKS)[number];

/** A theme as it is edited: an empty field is the default theme's. */
export interface LookValues {
  scheme: ThemeScheme;
  radius: number | null;
  font: string;
  light: Record<ThemeColor, string>;
  dark: Record<ThemeColor, string>;
}

export function lookValues(theme: WidgetTheme): LookValues {
  const palette = (look: Look) =>
    Object.fromEntries(THEME_COLORS.map((color) => [color, theme[look]?.[color] ?? ""])) as Record<ThemeColor, string>;
  return {
    scheme: theme.scheme ?? "auto",
    radius: theme.radius ?? null,
    font: theme.font ?? "",
    light: palette("light"),
    dark: palette("dark"),
  };
}

type LookWire = z.input<typeof widgetThemeDraft>;

/** What is sent: only what differs from the default theme. */
export function lookWire({ scheme, radius, font, light, dark }: LookValues): LookWire {
  const given = (palette: Record<ThemeColor, string>) =>
    Object.fromEntries(Object.entries(palette).filter(([, color]) => color.trim() !== ""));
  return {
    scheme,
    ...(radius === null ? {} : { radius }),
    ...(font.trim() === "" ? {} : { font: font.trim() }),
    light: given(light),
    dark: given(dark),
  };
}
