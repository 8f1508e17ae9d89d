import { z } from "zod";
import { languageTag } from "@/lib/domain/language-tag";
import { text, timeZone } from "./fields";
import { MAX_LANGUAGES } from "./translations";

const MAX_ORIGINS = 50;
const MAX_ORIGIN_LENGTH = 300;

/** A language tag, in its canonical spelling. */
const language = z.string().transform((value, context) => {
  const tag = languageTag(value.trim());
  if (tag !== undefined) return tag;
  context.addIssue({
    code: "custom",
    message: "must be a BCP 47 language tag, such as pt-BR",
    params: { rule: "language" },
  });
  return z.NEVER;
});

/** A site that may show the widget: scheme, host and port, as browsers send it. */
const origin = z.string().transform((value, context) => {
  const url = value.length <= MAX_ORIGIN_LENGTH ? URL.parse(value.trim()) : null;
  const web = url?.protocol === "https:" || url?.protocol === "http:";
  if (url && web && url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "")
    return url.origin;
  context.addIssue({
    code: "custom",
    message: "must be the origin of a site, such as https://shop.example.com",
    params: { rule: "origin" },
  });
  return z.NEVER;
});

/** A change of a program's settings: what is left out stays. */
export const programUpdate = z
  .strictObject({
    name: text(256),
    timeZone: timeZone.nullable(),
    defaultLanguage: language,
    languages: z
      .array(language)
      .min(1)
      .max(MAX_LANGUAGES)
      .transform((tags) => [...new Set(tags)]),
    allowedOrigins: z
      .array(origin)
      .max(MAX_ORIGINS)
      .transform((origins) => [...new Set(origins)]),
  })
  .partial();
