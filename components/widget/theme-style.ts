import { DEFAULT_PALETTES, THEME_COLORS, type WidgetTheme } from "@/lib/domain/widget-theme";

/** A program's looks as a style sheet of variables; null for the default theme. */
export function themeStyle(theme: WidgetTheme): string | null {
  const lines = [
    theme.scheme && theme.scheme !== "auto" ? `color-scheme:${theme.scheme}` : null,
    theme.radius === undefined ? null : `--mp-radius:${theme.radius}px`,
    theme.font === undefined ? null : `--mp-font:${theme.font}`,
    ...THEME_COLORS.map((color) => colorLine(theme, color)),
  ].filter((line) => line !== null);
  return lines.length === 0 ? null : `:root{${lines.join(";")}}`;
}

function colorLine({ light, dark }: WidgetTheme, color: (typeof THEME_COLORS)[number]): string | null {
  if (!light?.[color] && !dark?.[color]) return null;
  const [day, night] = [light?.[color] ?? DEFAULT_PALETTES.light[color], dark?.[color] ?? DEFAULT_PALETTES.dark[color]];
  return `--mp-${cssName(color)}:light-dark(${day},${night})`;
}

function cssName(color: string): string {
  return color.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
