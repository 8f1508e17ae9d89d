import { match } from "@formatjs/intl-localematcher";
import { languageTag } from "@/lib/domain/language-tag";
import { remember } from "@/lib/domain/remember";

/**
 * Which of the `available` languages (canonical tags) a reader of `requested` gets: that one, else its nearest relative
 * by script and region (zh-TW finds zh-Hant, pt finds pt-BR), else `fallback`. A malformed tag falls back (DOMAIN 5).
 */
export function pickLanguage(requested: string | null, available: readonly string[], fallback: string): string {
  const tag = languageTag(requested);
  return tag === undefined ? fallback : pick([tag, fallback, ...available].join());
}

// One document asks this for each of its texts, and few programs have many sets of languages. Tags hold no comma.
const pick = remember(5000, (key) => {
  const [tag = "", fallback = "", ...available] = key.split(",");
  const wanted = new Intl.Locale(tag).baseName;
  if (available.includes(wanted)) return wanted;
  // CLDR's matching also sends a language to another that its speakers may know (Tamil to English, Breton to French).
  // Who falls back is to get the program's own choice, so only relatives are offered.
  const relatives = available.filter((other) => languageOf(other) === languageOf(wanted));
  return relatives.length === 0 ? fallback : match([wanted], relatives, fallback, { algorithm: "best fit" });
});

/** Norwegian has a name for both of its written forms. */
const NORWEGIAN: ReadonlySet<string> = new Set(["nb", "nn"]);

function languageOf(tag: string): string {
  const { language } = new Intl.Locale(tag);
  return NORWEGIAN.has(language) ? "no" : language;
}
