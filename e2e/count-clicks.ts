import type { Page } from "@playwright/test";

/** Counts what the pointer presses from now on, over all pages of the tab. */
export async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    if (window !== window.top) return;
    const count = () => Number(sessionStorage.getItem("clicks") ?? 0);
    addEventListener("pointerdown", () => sessionStorage.setItem("clicks", String(count() + 1)), true);
  });
  return () => page.evaluate(() => Number(sessionStorage.getItem("clicks") ?? 0));
}
