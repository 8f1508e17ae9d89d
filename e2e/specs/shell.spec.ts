import { randomUUID } from "node:crypto";
import { expect, test } from "../fixtures";
import { ConsoleShell } from "../pages/console-shell";
import { tellStory } from "../widget-story";

test("Dark mode without flash.", async ({ ownerPage }) => {
  const shell = new ConsoleShell(ownerPage);
  const scheme = () => ownerPage.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await ownerPage.goto("/streaks");
  expect(await scheme()).toBe("light dark");
  await shell.chooseTheme("dark");
  await expect(ownerPage.locator("html")).toHaveAttribute("data-theme", "dark");

  // The answer itself says it: no script has to run first.
  const html = await (await ownerPage.request.get("/streaks")).text();
  expect(html).toContain('data-theme="dark"');
  await ownerPage.reload();
  expect(await scheme()).toBe("dark");
  await shell.chooseTheme("system");
  await expect(ownerPage.locator("html")).not.toHaveAttribute("data-theme");
});

test("Command palette (Ctrl/Cmd K): goes anywhere, opens any record by name, id or externalId, creates.", async ({
  api,
  ownerPage,
}) => {
  const suffix = randomUUID().slice(0, 8);
  const member = await api.create("member", { externalId: `palette-${suffix}`, displayName: `Zoë ${suffix}` });
  const shell = new ConsoleShell(ownerPage);
  await ownerPage.goto("/reward-logs");
  for (const text of [`zoë ${suffix}`, `palette-${suffix}`, String(member["id"])]) {
    await shell.openPalette();
    await expect(shell.paletteInput).toBeFocused();
    await shell.paletteInput.fill(text);
    await expect(shell.palette.getByRole("menuitem", { name: `Zoë ${suffix}` })).toBeVisible();
    await ownerPage.keyboard.press("Escape");
    await expect(shell.palette).toBeHidden();
  }
  await shell.openPalette();
  for (const create of ["New streak", "New challenge", "New API key"])
    await expect(shell.palette.getByRole("menuitem", { name: create })).toBeVisible();
  await shell.paletteInput.fill("New API");
  await expect(shell.palette.getByRole("menuitem")).toHaveCount(1);
  await ownerPage.keyboard.press("ArrowDown");
  await ownerPage.keyboard.press("Enter");
  await expect(ownerPage.getByRole("dialog", { name: "New key" })).toBeVisible();
  await ownerPage.keyboard.press("Escape");

  await test.step("a record of every kind leads to its place", async () => {
    const name = `Palette ${suffix}`;
    const story = await tellStory(api, { displayName: name });
    const placeOf = async (text: string, kind: string) => {
      await shell.openPalette();
      await shell.paletteInput.fill(text);
      const item = shell.palette.getByRole("menuitem", { name: kind }).first();
      await expect(item).toBeVisible();
      const href = await item.getAttribute("href");
      await ownerPage.keyboard.press("Escape");
      return href;
    };
    expect(await placeOf(story.campaign, "Streak")).toBe(`/streaks/${story.streakId}`);
    expect(await placeOf(story.rewardId, "Reward")).toBe(`/reward-logs?reward=${story.rewardId}`);
    expect(await placeOf(name, "Member")).toMatch(/^\/members\/[0-9a-f-]{36}$/);
  });

  await test.step("the record whose id was typed comes first, and Enter opens nothing that an earlier text found", async () => {
    const ids = new Map<string, string>();
    for (const end of ["120", "121", "122", "123", "124", "125", "12"])
      ids.set(end, (await api.create("member", { externalId: `${suffix}-${end}` })).id);
    const first = shell.palette.getByRole("menuitem").first();
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    await ownerPage.route(`**/data/search?q=${suffix}-125`, async (route) => {
      await held;
      await route.continue();
    });
    await shell.openPalette();
    await shell.paletteInput.fill(`${suffix}-12`);
    await expect(first).toHaveAttribute("href", `/members/${ids.get("12")}`);
    await ownerPage.keyboard.type("5");
    await ownerPage.keyboard.press("Enter");
    await expect(shell.palette.getByRole("menuitem")).toHaveText(["Searching…"]);
    release();
    await expect(first).toHaveAttribute("href", `/members/${ids.get("125")}`);
    await ownerPage.keyboard.press("ArrowDown");
    await ownerPage.keyboard.press("Enter");
    await ownerPage.waitForURL(`**/members/${ids.get("125")}`);
  });

  await shell.openPalette();
  await shell.paletteInput.fill("Setti");
  await expect(shell.palette.getByRole("menuitem", { name: "Settings" })).toBeVisible();
  await ownerPage.keyboard.press("ArrowDown");
  await ownerPage.keyboard.press("Enter");
  await ownerPage.waitForURL("**/settings");
});
