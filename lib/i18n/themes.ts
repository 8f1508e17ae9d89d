/** How the console looks: as the system does, or as the reader chose. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Holds the look that the reader chose. */
export const THEME_COOKIE = "milepost.theme";

export function readTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}
