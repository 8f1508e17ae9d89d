import { link } from "./link";

const UNITS = [
  ["day", 864e5, 2],
  ["hour", 36e5, 1],
  ["minute", 6e4, 0],
] as const;
let kept: { locale: string; format: Intl.RelativeTimeFormat } | undefined;

/**
 * Writes how long codes are good for, as the server did (formatLeft in ../reading.ts).
 * @returns whether one has ended since it was shown
 */
export function countDown(now: number): boolean {
  let ended = false;
  const { locale } = link;
  if (kept?.locale !== locale) kept = { locale, format: new Intl.RelativeTimeFormat(locale) };
  const { format } = kept;
  for (const element of document.querySelectorAll<HTMLElement>("[data-until]")) {
    const left = Number(element.dataset["until"]) - now;
    ended ||= left < 0;
    const [unit, size] = UNITS.find(([, length, least]) => left >= length * least) ?? UNITS[2];
    const when = format.format(Math.floor(Math.max(left, 0) / size), unit);
    const text = (element.dataset["says"] ?? "").replace("{when}", when);
    if (element.textContent !== text) element.textContent = text;
  }
  return ended;
}
