import lighthouse from "lighthouse";
import { type CDPSession, chromium, type Page } from "playwright";
import { freePort } from "@/db/testing/free-port";
import { CHROMIUM_FLAGS, findChromium } from "@/scripts/chromium.mjs";

/** A slow phone on a slow network, as the budget has it. */
const CPU_SLOWDOWN = 4;
const ROUND_TRIP_MS = 150;
const KBPS = 1600;
/** Each on a page of its own; the middle one counts. */
const ROUNDS = 5;
/** One touch has been answered before the next. */
const BETWEEN_TOUCHES_MS = 500;

/** What a phone's browser makes of the document at an address: by Chromium's own clocks, and by Lighthouse. */
export async function browserFigures(url: string): Promise<Record<string, string>> {
  const port = await freePort();
  const executablePath = await findChromium();
  const browser = await chromium.launch({
    args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`],
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    const rounds: Figures[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
      rounds.push(await measurePage(page, await slowDown(page), url));
      await page.close();
    }
    const middle = (name: keyof Figures) =>
      rounds.map((figures) => figures[name]).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
    return {
      LCP: `${Math.round(middle("lcp"))} ms`,
      INP: `${Math.round(middle("inp"))} ms`,
      CLS: middle("cls").toFixed(4),
      "scripts on the main thread": `${Math.round(middle("scripted"))} ms at ${CPU_SLOWDOWN}x slowdown`,
      ...(await lighthouseScores(url, port)),
    };
  } finally {
    await browser.close();
  }
}

interface Figures {
  lcp: number;
  inp: number;
  cls: number;
  scripted: number;
}

async function slowDown(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Performance.enable");
  const throughput = (KBPS * 1000) / 8;
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: ROUND_TRIP_MS,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  return session;
}

async function measurePage(page: Page, session: CDPSession, url: string): Promise<Figures> {
  await page.addInitScript(() => {
    const seen = { lcp: 0, cls: 0, inp: 0 };
    Object.assign(window, { seen });
    const watch = (
      type: string,
      take: (entry: PerformanceEntry & { value: number; interactionId: number; hadRecentInput: boolean }) => void,
    ) =>
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) take(entry as never);
      }).observe({ type, buffered: true, ...{ durationThreshold: 16 } });
    watch("largest-contentful-paint", (entry) => Object.assign(seen, { lcp: entry.startTime }));
    watch("layout-shift", (entry) => {
      if (!entry.hadRecentInput) Object.assign(seen, { cls: seen.cls + entry.value });
    });
    watch("event", (entry) => entry.interactionId && Object.assign(seen, { inp: Math.max(seen.inp, entry.duration) }));
  });
  await page.goto(url, { waitUntil: "load" });
  const { metrics } = await session.send("Performance.getMetrics");
  const scripted = metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0;
  // A copy, and what is folded away, opened: the two things that a member touches.
  for (const target of [page.locator("[data-copy]").first(), page.locator("summary").first()])
    if (await target.count()) {
      await target.click();
      await page.waitForTimeout(BETWEEN_TOUCHES_MS);
    }
  await page.waitForTimeout(1000);
  const seen = await page.evaluate(() => (window as unknown as { seen: Omit<Figures, "scripted"> }).seen);
  return { ...seen, scripted: scripted * 1000 };
}

async function lighthouseScores(url: string, port: number): Promise<Record<string, string>> {
  const result = await lighthouse(url, {
    port,
    logLevel: "error",
    onlyCategories: ["performance", "accessibility", "best-practices"],
  });
  const categories = Object.values(result?.lhr.categories ?? {});
  return Object.fromEntries(
    categories.map(({ title, score, auditRefs }) => {
      const failed = auditRefs
        .map(({ id }) => result?.lhr.audits[id])
        .filter((audit) => audit && audit.score !== null && audit.score < 0.9)
        .map((audit) => audit?.id);
      return [
        `Lighthouse ${title}`,
        `${Math.round((score ?? 0) * 100)}${failed.length ? ` (${failed.join(", ")})` : ""}`,
      ];
    }),
  );
}
