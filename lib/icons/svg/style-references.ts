/** A rule of a stylesheet that refers to something: to which elements it may apply, and the ids that it names. */
export interface ReferringRule {
  selector: string;
  ids: string[];
}

/** The rules of a cleaned stylesheet that refer to something. */
export function referringRules(css: string): ReferringRule[] {
  return [...css.matchAll(/([^{}]+)\{([^{}]*url\([^{}]*)\}/gi)].map(([, selector = "", body = ""]) => ({
    selector,
    ids: [...body.matchAll(/url\(\s*["']?#([^"'()\s]+)/gi)].flatMap(([, id]) => id ?? []),
  }));
}

/** Whether a rule may apply to an element: rather too often than too rarely. */
export function mayApply({ selector }: ReferringRule, name: string, attributes: ReadonlyMap<string, string>): boolean {
  if (/[*:[]/.test(selector)) return true;
  const classes = (attributes.get("class") ?? "").split(/\s+/).map((one) => `.${one}`);
  const known = new Set([name, `#${attributes.get("id")}`, ...classes]);
  return (selector.match(/[.#]?[^\s.#>+~,]+/g) ?? []).some((part) => known.has(part));
}
