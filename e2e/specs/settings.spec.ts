import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test } from "../fixtures";
import { SettingsPage } from "../pages/settings-page";
import { ADMIN_PASSWORD } from "../settings";

test("Settings: program (name, languages, default language, time zone, allowed origins), API keys (create, shown once, revoke).", async ({
  ownerPage,
  request,
}) => {
  const settings = new SettingsPage(ownerPage);
  await test.step("a wrong time zone and origin are told at their fields, in plain words", async () => {
    await settings.open();
    await settings.timeZone.fill("Mars/Olympus");
    await settings.origins.fill("shop.example.com/path");
    await settings.save();
    await expect(settings.timeZone).toHaveAccessibleDescription(/such as Europe\/Berlin/);
    await expect(settings.timeZone).toBeFocused();
    await expect(settings.origins).toHaveAccessibleDescription(/https:\/\/shop.example.com/);
  });
  await test.step("what is right is saved, and stays", async () => {
    await settings.timeZone.fill("");
    await settings.languages.fill("en, de, pt-br");
    await settings.origins.fill("");
    await settings.save();
    await expect(settings.saved).toBeVisible();
    await settings.open();
    await expect(settings.languages).toHaveValue("en, de, pt-BR");
  });
  await test.step("a key is shown once, works, and ends when it is revoked", async () => {
    const name = `Key ${randomUUID().slice(0, 8)}`;
    const secret = await settings.createKey(name, ["campaigns:read"]);
    const call = () => request.get("/schema/streak/record", { headers: { "x-api-key": secret } });
    expect((await call()).status()).toBe(200);
    await expect(settings.keyRow(name)).toContainText("campaigns:read");
    await expect(ownerPage.getByText(secret)).toHaveCount(0);
    await settings.revokeKey(name);
    await expect(settings.keyRow(name)).toHaveCount(0);
    expect((await call()).status()).toBe(401);
  });
});

test("Nothing typed is lost on Back, reload, failed save or expired session.", async ({ ownerPage }) => {
  const settings = new SettingsPage(ownerPage);
  await settings.open();
  const before = await settings.name.inputValue();
  const typed = `Typed ${randomUUID().slice(0, 8)}`;
  await settings.name.fill(typed);
  await ownerPage.reload();
  await expect(settings.restored).toBeVisible();
  await expect(settings.name).toHaveValue(typed);

  await ownerPage.goto("/streaks");
  await ownerPage.goBack();
  await expect(settings.name).toHaveValue(typed);

  await settings.timeZone.fill("Nowhere");
  await settings.save();
  await expect(settings.name).toHaveValue(typed);
  await settings.timeZone.fill("");

  const session = (await ownerPage.context().cookies()).filter(({ name }) => name.includes("session"));
  for (const { name } of session) await ownerPage.context().clearCookies({ name });
  // What no draft holds, such as a file that was chosen, lives as long as the page: it must not be built anew.
  const page = ownerPage.getByRole("main");
  await page.evaluate((main) => main.setAttribute("data-kept", ""));
  await settings.save();
  const dialog = ownerPage.getByRole("dialog", { name: "Sign in again" });
  await dialog.getByLabel("Password").fill(ADMIN_PASSWORD);
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await expect(settings.saved).toBeVisible();
  await expect(settings.name).toHaveValue(typed);
  await expect(page).toHaveAttribute("data-kept");

  await settings.name.fill(before);
  await settings.save();
  await expect(settings.saved.first()).toBeVisible();
  await ownerPage.reload();
  await expect(settings.name).toHaveValue(before);
  await expect(settings.restored).toBeHidden();
});

test("two who change the settings at the same time keep each other's changes", async ({ ownerPage }) => {
  const settings = new SettingsPage(ownerPage);
  await settings.open();
  const before = await settings.name.inputValue();
  const other = new SettingsPage(await ownerPage.context().newPage());
  await other.open();
  await other.origins.fill("https://shop.example.com");
  await other.save();
  await expect(other.saved).toBeVisible();
  await settings.name.fill("Renamed");
  await settings.save();
  await expect(settings.saved).toBeVisible();
  await other.open();
  await expect(other.name).toHaveValue("Renamed");
  await expect(other.origins).toHaveValue("https://shop.example.com");
  await other.name.fill(before);
  await other.origins.fill("");
  await other.save();
  await expect(other.saved).toBeVisible();
  await other.page.close();
});

test("Theme in the console's settings (colours with contrast check, radius, font stack, dark/light/auto), as about 15 documented CSS variables; the default theme is beautiful in both schemes.", async ({
  api,
  ownerPage,
  request,
}) => {
  const widget = async () => (await request.get(`/widget/${await api.programId()}`)).text();
  const settings = new SettingsPage(ownerPage);
  await settings.open();
  await settings.chooseScheme("light");
  await expect(settings.preview).toContainText("Coffee streak");

  await settings.lookColor("accent").fill("#ffee00");
  await expect(settings.look.getByRole("status")).toContainText(
    /Accent on cards: a contrast of 1\.\d+, 4\.5 is needed/,
  );
  await settings.saveLook();
  await expect(settings.lookColor("accent")).toHaveAccessibleDescription(/Hard to read/);
  expect(await widget()).not.toContain("#ffee00");

  await settings.lookColor("accent").fill("#7a1fa2");
  const field = (name: string) => settings.look.getByRole("textbox", { name });
  const [radius, font] = [field("Roundness of cards"), field("Fonts")];
  await radius.fill("4");
  await font.fill("Georgia, serif");
  await expect(settings.preview).toHaveCSS("--mp-accent", /#7a1fa2/);
  await settings.saveLook();
  await expect(ownerPage.getByText("Look saved")).toBeVisible();
  expect(await widget()).toContain(":root{color-scheme:light;--mp-radius:4px;--mp-font:Georgia, serif;--mp-accent:");
  // The variables that docs/widget.md names, and no other, are what a theme may set.
  const documented = (await readFile("docs/widget.md", "utf8")).match(/--mp-[a-z-]+/g);
  const [, themed = ""] = /:root\{([^}]*)\}/.exec((await widget()).replaceAll(/\s/g, "")) ?? [];
  const known = (themed.match(/--mp-[a-z-]+(?=:)/g) ?? []).sort();
  expect(known).toHaveLength(12);
  expect(known).toEqual([...new Set(documented)].sort());

  await settings.look.getByRole("button", { name: "Default colour: Accent" }).click();
  await radius.fill("");
  await font.fill("");
  await settings.chooseScheme("auto");
  await settings.saveLook();
  await expect.poll(widget).not.toContain("#7a1fa2");
});

test("what a shop pastes names this installation and this program", async ({ api, baseURL, ownerPage }) => {
  await new SettingsPage(ownerPage).open();
  const embed = ownerPage.getByRole("region", { name: "Embed the widget" });
  await expect(embed).toContainText(`src="${baseURL}/embed.js" data-program="${await api.programId()}"`);
  await expect(embed).toContainText(`.setSubject("${await api.programId()}")`);
});
