import type { Observed, TestBrowser } from "./browser";

/** The ways in which an SVG is shown. */
export const MODES = ["document", "inline", "img"] as const;
type Mode = (typeof MODES)[number];

export const HARMLESS: Observed = { dialogs: 0, outsideRequests: 0, navigatedAway: 0, outcome: "ok" };

/** What an SVG does in a browser that shows it in one of the ways. */
export function observeSvg(browser: TestBrowser, mode: Mode, svg: Uint8Array): Promise<Observed> {
  const file = browser.serve("image/svg+xml", svg);
  if (mode === "document") return browser.observe(file, [file], false);
  const content = mode === "inline" ? Buffer.from(svg).toString("utf8") : `<img src="${file}" alt="">`;
  const page = browser.serve("text/html; charset=utf-8", `<!doctype html><html><body>${content}</body></html>`);
  return browser.observe(page, mode === "img" ? [page, file] : [page], true);
}
