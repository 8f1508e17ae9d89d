import { randomUUID } from "node:crypto";
import { expect, test } from "../fixtures";
import { ConsoleShell } from "../pages/console-shell";

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

test("the palette opens by keyboard, finds records by name, id and external id, and goes to sections", async ({
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
  await shell.paletteInput.fill("Setti");
  await expect(shell.palette.getByRole("menuitem", { name: "Settings" })).toBeVisible();
  await ownerPage.keyboard.press("ArrowDown");
  await ownerPage.keyboard.press("Enter");
  await ownerPage.waitForURL("**/settings");
});
