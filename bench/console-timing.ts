import type { Page } from "playwright";

declare global {
  interface Window {
    /** When the first rows, or a report's chart, were painted, in milliseconds from the start of the navigation. */
    firstRows?: number;
  }
}

const LIMIT_MS = 30_000;

/** Runs in each page before anything else: notes when its first rows are painted, or the chart of a report. */
export function watchFirstRows(): void {
  const wanted = location.pathname.endsWith("/report") ? ".recharts-bar-rectangle path" : "tbody tr";
  const look = () => {
    if (!document.querySelector(wanted)) return void requestAnimationFrame(look);
    requestAnimationFrame(() => {
      window.firstRows = performance.now();
    });
  };
  look();
}

export async function firstRowsAt(page: Page): Promise<number> {
  const noted = await page.waitForFunction(() => window.firstRows, undefined, { timeout: LIMIT_MS });
  return (await noted.jsonValue()) ?? 0;
}

/**
 * Presses a filter and waits until every row in view is of it; in milliseconds, as the page itself sees it. The page
 * has to be awake before it is asked, as it is by the time that a reader aims.
 */
export async function timeFilter(page: Page, word: string): Promise<number> {
  const button = page.getByRole("radio", { name: word, exact: true });
  const handle = await button.elementHandle({ timeout: LIMIT_MS });
  await page.waitForFunction(
    (element) => Object.keys(element ?? {}).some((key) => key.startsWith("__reactProps")),
    handle,
    { timeout: LIMIT_MS },
  );
  return button.evaluate(
    (element, { wanted, limit }) =>
      new Promise<number>((resolve, reject) => {
        const start = performance.now();
        (element as HTMLElement).click();
        const look = () => {
          const rows = [...document.querySelectorAll("tbody tr")];
          const there =
            element.getAttribute("aria-checked") === "true" &&
            !document.querySelector('[aria-busy="true"]') &&
            rows.length > 0 &&
            rows.every((row) => row.textContent?.includes(wanted));
          if (there) resolve(performance.now() - start);
          else if (performance.now() - start > limit) reject(new Error(`${wanted}: no rows of it`));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    { wanted: word, limit: LIMIT_MS },
  );
}
