import { z } from "zod";
import { contrastProblems, MAX_THEME_RADIUS, THEME_COLORS, THEME_SCHEMES } from "@/lib/domain/widget-theme";

const MAX_FONT_LENGTH = 200;

/** Names of fonts, quoted or not, with commas between: nothing that could end a declaration. */
const FONT = /^[\p{L}\p{N} ,'"-]+$/u;

const color = z
  .string()
  .refine((value) => /^#[0-9a-fA-F]{6}$/.test(value), {
    error: "must be a colour such as #5b45d6",
    params: { rule: "color" },
  })
  .transform((value) => value.toLowerCase());

const palette = z.strictObject(Object.fromEntries(THEME_COLORS.map((name) => [name, color.optional()]))).optional();

/** The names and colours of a theme, readable or not: what the console's preview shows while they are being chosen. */
export const widgetThemeDraft = z.strictObject({
  scheme: z.enum(THEME_SCHEMES).optional(),
  radius: z.int().min(0).max(MAX_THEME_RADIUS).optional(),
  font: z
    .string()
    .max(MAX_FONT_LENGTH)
    .refine((value) => FONT.test(value), {
      error: "must be names of fonts with commas between them",
      params: { rule: "font" },
    })
    .refine((value) => ['"', "'"].every((quote) => value.split(quote).length % 2 === 1), {
      error: "has a quotation mark without its other half",
      params: { rule: "font" },
    })
    .optional(),
  light: palette,
  dark: palette,
});

/** A theme that may be saved: everything in it can be read (WCAG 2.2 AA), in each scheme that it shows. */
export const widgetTheme = widgetThemeDraft.superRefine((theme, context) => {
  for (const { scheme, color: name, on, ratio, least } of contrastProblems(theme))
    context.addIssue({
      code: "custom",
      path: [scheme, name],
      message: `has a contrast of ${ratio} on ${on}; ${least} is needed`,
      params: { rule: "lowContrast", ratio, least },
    });
});
