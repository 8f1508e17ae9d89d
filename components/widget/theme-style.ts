import { createHash } from "node:crypto";
import { DEFAULT_PALETTES, THEME_COLORS, type WidgetTheme } from "@/lib/domain/widget-theme";

/** A program's looks as a style sheet of variables, and its hash; an empty theme needs none. */
export function themeStyle(theme: WidgetTheme): { css: string; hash: string } | null {
  const lines = [
    theme.scheme && theme.scheme !== "auto" ? `color-scheme:${theme.scheme}` : null,
    theme.radius === undefined ? null : `--mp-radius:${theme.radius}px`,
    theme.font === undefined ? null : `--mp-font:${theme.font}`,
    ...THEME_COLORS.map((color) => colorLine(theme, color)),
  ].filter((line) => line !== null);
  if (lines.length === 0) return null;
  const css = `:root{${lines.join(";")}}`;
  return { css, hash: hashOf(css) };
}

function colorLine({ light, dark }: WidgetTheme, color: (typeof THEME_COLORS)[number]): string | null {
  if (!light?.[color] && !dark?.[color]) return null;
  const [day, night] = [light?.[color] ?? DEFAULT_PALETTES.light[color], dark?.[color] ?? DEFAULT_PALETTES.dark[color]];
  return `--mp-${cssName(color)}:light-dark(${day},${night})`;
}

function cssName(color: string): string {
  return color.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
