import { randomUUID } from "node:crypto";
import { expect, test } from "../fixtures";
import { ConsoleShell } from "../pages/console-shell";
import { StreaksPage } from "../pages/streaks-page";
import type { ProgramApi } from "../program-api";

async function createStreak(api: ProgramApi, name: string, status: string) {
  return api.create("streak", {
    name,
    description: "For the list",
    status,
    aggregationMethod: "count",
    aggregationTargetValue: 1,
    completionTargetValue: 7,
  });
}

test("Every list state is a URL that a fresh session reproduces.", async ({
  api,
  ownerPage,
  browser,
  ownerCookies,
}) => {
  const suffix = randomUUID().slice(0, 8);
  await createStreak(api, `Tea ${suffix}`, "draft");
  await createStreak(api, `Coffee ${suffix}`, "draft");
  await createStreak(api, `Water ${suffix}`, "live");
  const streaks = new StreaksPage(ownerPage);
  await streaks.open();
  await streaks.show("draft");
  await streaks.search.fill(suffix);
  await expect(streaks.rows).toHaveCount(2);
  await expect(ownerPage).toHaveURL(`/streaks?status=draft&q=${suffix}`);
  const address = ownerPage.url();

  const fresh = await browser.newContext();
  await fresh.addCookies(ownerCookies);
  const again = new StreaksPage(await fresh.newPage());
  await again.page.goto(address);
  await expect(again.rows).toHaveCount(2);
  await expect(again.search).toHaveValue(suffix);
  await expect(again.row(`Tea ${suffix}`)).toContainText("Draft");
  await fresh.close();

  await streaks.show("live");
  await expect(streaks.rows).toHaveCount(1);
  await ownerPage.goBack();
  await expect(streaks.rows).toHaveCount(2);
});

test("a search that finds nothing says so and leads back to all", async ({ ownerPage }) => {
  const streaks = new StreaksPage(ownerPage);
  await streaks.open("?q=no-streak-is-called-so");
  await ownerPage.getByRole("button", { name: "Show all" }).click();
  await expect(streaks.rows.first()).toBeVisible();
  await expect(ownerPage).toHaveURL("/streaks");
});

test("Live/test switch in the header with a coloured bar; nothing of one shows in the other.", async ({
  api,
  browser,
  ownerPage,
  ownerCookies,
}) => {
  const name = `Live only ${randomUUID().slice(0, 8)}`;
  await createStreak(api, name, "live");
  const streaks = new StreaksPage(ownerPage);
  const shell = new ConsoleShell(ownerPage);
  await streaks.open();
  await expect(streaks.row(name)).toBeVisible();
  await shell.switchProgram("test");
  await expect(ownerPage.getByText("Test program: nothing here reaches real members")).toBeVisible();
  await shell.follow("streaks");
  await expect(ownerPage.getByRole("heading", { name: "No streaks yet" })).toBeVisible();
  const address = new URL(ownerPage.url());
  expect(address.pathname).toBe("/streaks");
  expect(address.searchParams.get("program")).not.toBeNull();
  await shell.openPalette();
  await shell.paletteInput.fill(name);
  await expect(shell.palette).toContainText("Nothing found");
  await ownerPage.keyboard.press("Escape");

  await test.step("a fresh session sees the test program at the same address", async () => {
    const fresh = await browser.newContext();
    await fresh.addCookies(ownerCookies);
    const again = await fresh.newPage();
    await again.goto(address.href);
    await expect(again.getByText("Test program: nothing here reaches real members")).toBeVisible();
    await expect(again.getByRole("heading", { name: "No streaks yet" })).toBeVisible();
    await fresh.close();
  });
  await test.step("a state of the list keeps the program, and a link that forgot it gets it back", async () => {
    await streaks.show("draft");
    await expect(ownerPage).toHaveURL(`${address.href}&status=draft`);
    await ownerPage.evaluate(() => history.pushState(null, "", "/streaks"));
    await expect(ownerPage).toHaveURL(address.href);
  });

  await shell.switchProgram("live");
  await shell.follow("streaks");
  await expect(streaks.row(name)).toBeVisible();
  await expect(ownerPage).toHaveURL("/streaks");
});

test("an address of a program that is not the reader's is not found", async ({ ownerPage }) => {
  const answer = await ownerPage.goto(`/streaks?program=${randomUUID()}`);
  expect(answer?.status()).toBe(404);
  await expect(ownerPage.getByRole("heading", { name: "Nothing here" })).toBeVisible();
  await expect(ownerPage.getByRole("navigation")).toHaveCount(0);
});
