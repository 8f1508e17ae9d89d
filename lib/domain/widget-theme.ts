/** Looks of a widget: every field is optional, what is left out is the default theme's. Colours are `#rrggbb`. */
export const THEME_SCHEMES = ["auto", "light", "dark"] as const;
export type ThemeScheme = (typeof THEME_SCHEMES)[number];

export const THEME_COLORS = [
  "ground",
  "card",
  "ink",
  "quiet",
  "line",
  "accent",
  "onAccent",
  "flame",
  "good",
  "soon",
] as const;
export type ThemeColor = (typeof THEME_COLORS)[number];
export type ThemePalette = Record<ThemeColor, string>;

export interface WidgetTheme {
  scheme?: ThemeScheme;
  /** Of cards, in pixels. */
  radius?: number;
  /** A CSS font stack. */
  font?: string;
  light?: Partial<ThemePalette>;
  dark?: Partial<ThemePalette>;
}

export const MAX_THEME_RADIUS = 32;
export const DEFAULT_THEME_RADIUS = 16;

/** The default theme. components/widget/widget.css says the same; a test holds the two together. */
export const DEFAULT_PALETTES: Record<"light" | "dark", ThemePalette> = {
  light: {
    ground: "#ffffff",
    card: "#fbfafd",
    ink: "#1d1a27",
    quiet: "#625d70",
    line: "#e7e4ee",
    accent: "#5b45d6",
    onAccent: "#ffffff",
    flame: "#d9480f",
    good: "#0b6b45",
    soon: "#9a4a00",
  },
  dark: {
    ground: "#131118",
    card: "#1c1924",
    ink: "#f3f1f8",
    quiet: "#aea8bd",
    line: "#332e40",
    accent: "#a897ff",
    onAccent: "#17103f",
    flame: "#ff9a5c",
    good: "#6fdca8",
    soon: "#ffbd70",
  },
};

/** How much of a colour its soft ground holds; the rest is the card. The style sheet mixes the same. */
export const SOFT_SHARE = 0.12;

/** Pairs that must be told apart: what stands on what, and the ratio of WCAG 2.2 (4.5 for text, 3 for shapes). */
const PAIRS: {
  color: ThemeColor;
  on: ThemeColor | "softAccent" | "softGood" | "softSoon" | "softQuiet";
  least: number;
}[] = [
  { color: "ink", on: "ground", least: 4.5 },
  { color: "ink", on: "card", least: 4.5 },
  { color: "ink", on: "softAccent", least: 4.5 },
  { color: "quiet", on: "ground", least: 4.5 },
  { color: "quiet", on: "card", least: 4.5 },
  { color: "quiet", on: "softQuiet", least: 4.5 },
  { color: "accent", on: "card", least: 4.5 },
  { color: "accent", on: "softAccent", least: 4.5 },
  { color: "onAccent", on: "accent", least: 4.5 },
  { color: "flame", on: "card", least: 3 },
  { color: "good", on: "card", least: 4.5 },
  { color: "good", on: "softGood", least: 4.5 },
  { color: "soon", on: "card", least: 4.5 },
  { color: "soon", on: "softSoon", least: 4.5 },
];

/** Two colours of a theme that are too close for people to read what one shows on the other. */
export interface ContrastProblem {
  scheme: "light" | "dark";
  color: ThemeColor;
  on: string;
  /** As it is, to two digits, and as it must be. */
  ratio: number;
  least: number;
}

/**
 * What cannot be read in a theme, by the contrast rules of WCAG 2.2 AA. Only the schemes that the theme can show are
 * looked at. Empty: the theme may be saved.
 */
export function contrastProblems(theme: WidgetTheme): ContrastProblem[] {
  const { scheme = "auto" } = theme;
  const schemes = scheme === "auto" ? (["light", "dark"] as const) : [scheme];
  return schemes.flatMap((shown) => {
    const palette = { ...DEFAULT_PALETTES[shown], ...withoutUndefined(theme[shown] ?? {}) };
    return PAIRS.flatMap(({ color, on, least }) => {
      const ratio = contrastRatio(palette[color], groundOf(palette, on));
      return ratio < least ? [{ scheme: shown, color, on, ratio: Math.floor(ratio * 100) / 100, least }] : [];
    });
  });
}

/** Contrast of two opaque colours (`#rrggbb`), 1 to 21, as WCAG 2.2 defines it. */
export function contrastRatio(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function groundOf(palette: ThemePalette, on: string): string {
  if (!on.startsWith("soft")) return palette[on as ThemeColor];
  const name = on.slice("soft".length);
  return mix(palette[(name.charAt(0).toLowerCase() + name.slice(1)) as ThemeColor], palette.card, SOFT_SHARE);
}

function mix(a: string, b: string, share: number): string {
  const [from, into] = [channels(a), channels(b)];
  const mixed = from.map((value, position) => Math.round(value * share + (into[position] ?? 0) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

function withoutUndefined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
