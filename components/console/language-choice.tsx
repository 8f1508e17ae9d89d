import { LOCALE_NAMES, LOCALES, type Locale } from "@/lib/i18n/locales";

interface LanguageChoiceProps {
  label: string;
  current: Locale;
  action: (form: FormData) => Promise<void>;
}

/** The languages of the console, each by its own name. */
export function LanguageChoice({ label, current, action }: LanguageChoiceProps) {
  return (
    <form action={action}>
      <fieldset className="flex flex-wrap gap-1">
        <legend className="sr-only">{label}</legend>
        {LOCALES.map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            aria-pressed={locale === current}
            className="rounded px-1.5 py-1 text-muted text-xs hover:bg-surface-hover hover:text-foreground aria-pressed:font-semibold aria-pressed:text-foreground"
          >
            {LOCALE_NAMES[locale]}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
