/** What a language is called in another; its tag where neither the browser nor anybody else knows. */
export function languageName(tag: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: "language", fallback: "code" }).of(tag) ?? tag;
}
