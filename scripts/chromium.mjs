import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { run, withBins } from "./run-command.mjs";

/** Without the windows and menus of a browser, specs take a sixth less. */
const DEBIAN_SHELL = "/usr/bin/chromium-headless-shell";
const DEBIAN_CHROMIUM = "/usr/bin/chromium";
const INSTALL_LIMIT_MS = 10 * 60_000;

export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The path of a Chromium that is there already: PLAYWRIGHT_CHROMIUM, Playwright's own, Debian's two. Else undefined. */
export async function findChromium() {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new Error(`PLAYWRIGHT_CHROMIUM is ${named}, and there is no such file.`);
    return named;
  }
  const { chromium } = await import("playwright");
  return [chromium.executablePath(), DEBIAN_SHELL, DEBIAN_CHROMIUM].find((path) => path && existsSync(path));
}

async function attempt(command, args) {
  try {
    const env = { ...withBins(), DEBIAN_FRONTEND: "noninteractive" };
    const { code } = await run(command, args, { env, capture: true, timeoutMs: INSTALL_LIMIT_MS });
    return code === 0;
  } catch {
    return false;
  }
}

/**
 * As findChromium, and installs one when there is none: from Debian as root, else Playwright's own download. Where
 * Debian's whole browser is all there is, its shell is tried for, too.
 */
export async function ensureChromium() {
  const present = await findChromium();
  if (present && present !== DEBIAN_CHROMIUM) return present;
  if (userInfo().uid === 0 && existsSync("/etc/debian_version")) {
    console.log("Installing Chromium for the browser tests: once per machine.");
    await attempt("apt-get", ["update"]);
    if (!(await attempt("apt-get", ["install", "-y", "chromium-headless-shell"])) && !present)
      await attempt("apt-get", ["install", "-y", "chromium"]);
  }
  if (!(await findChromium())) await attempt("playwright", ["install", "chromium"]);
  const installed = await findChromium();
  if (installed) return installed;
  throw new Error(
    "The browser tests need Chromium: install it (Debian: `apt-get install chromium`; elsewhere: `npx playwright install chromium`) or set PLAYWRIGHT_CHROMIUM to its path.",
  );
}
