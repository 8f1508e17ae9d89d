import { match } from "@formatjs/intl-localematcher";
import { languageTag } from "@/lib/domain/language-tag";
import { remember } from "@/lib/domain/remember";

/**
 * Which of the `available` languages (canonical tags) a reader of `requested`, the most wanted first, gets: the first
 * that is there or has a relative by script and region there, of which the nearest (zh-TW finds zh-Hant, pt finds
 * pt-BR), else `fallback`. A malformed tag is passed over (DOMAIN 5).
 */
export function pickLanguage(requested: readonly string[], available: readonly string[], fallback: string): string {
  for (const wanted of requested) {
    const tag = languageTag(wanted);
    const found = tag === undefined ? undefined : pick([tag, ...available].join());
    if (found !== undefined) return found;
  }
  return fallback;
}

// One document asks this for each of its texts, and few programs have many sets of languages. Tags hold no comma.
const pick = remember(5000, (key): string | undefined => {
  const [tag = "", ...available] = key.split(",");
  const wanted = new Intl.Locale(tag).baseName;
  if (available.includes(wanted)) return wanted;
  // CLDR's matching also sends a language to another that its speakers may know (Tamil to English, Breton to French).
  // Who falls back is to get the program's own choice, so only relatives are offered.
  const relatives = available.filter((other) => languageOf(other) === languageOf(wanted));
  if (relatives.length === 0) return undefined;
  const found = match([wanted], relatives, NONE, { algorithm: "best fit" });
  return found === NONE ? undefined : found;
});

/** No text is in it: what the matcher answers when no relative is near enough. */
const NONE = "und";

/** Norwegian has a name for both of its written forms. */
const NORWEGIAN: ReadonlySet<string> = new Set(["nb", "nn"]);

function languageOf(tag: string): string {
  const { language } = new Intl.Locale(tag);
  return NORWEGIAN.has(language) ? "no" : language;
}
