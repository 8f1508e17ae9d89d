import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { expect, test } from "../fixtures";
import { ConsoleShell } from "../pages/console-shell";
import { HomePage } from "../pages/home-page";
import { SettingsPage } from "../pages/settings-page";
import { ProgramApi } from "../program-api";
import { tellStory } from "../widget-story";

const STREAK = {
  description: "For home",
  aggregationMethod: "count",
  aggregationTargetValue: 1,
  completionTargetValue: 7,
};

// Before the first steps below fill the test program.
test("Empty lists offer one next step.", async ({ ownerPage }) => {
  const shell = new ConsoleShell(ownerPage);
  await ownerPage.goto("/reward-logs");
  await shell.switchProgram("test");
  await expect(ownerPage.getByText("Test program: nothing here reaches real members")).toBeVisible();
  const program = new URL(ownerPage.url()).searchParams.get("program");
  const steps = [
    ["/reward-logs", "No rewards yet", "link", "Go to the streaks"],
    ["/members", "No members yet", "link", "New member"],
    ["/points", "No rules yet", "button", "New rule"],
    ["/points/ledger", "No points yet", "button", "Award by hand"],
  ] as const;
  for (const [path, heading, role, step] of steps) {
    await ownerPage.goto(`${path}?program=${program}`);
    const empty = ownerPage.getByRole("heading", { name: heading }).locator("..");
    await expect(empty.getByRole(role, { name: step })).toHaveCount(1);
  }
});

test.describe("Home (what needs you: rewards waiting for a code, drafts; an onboarding checklist that ticks itself: campaign, language, key, first activity, widget embedded).", () => {
  test("what needs you is there, and leads to where it is done", async ({ api, ownerPage }) => {
    const name = `Draft ${randomUUID().slice(0, 8)}`;
    const draft = await api.create("streak", { ...STREAK, name, status: "draft" });
    await tellStory(api);
    const home = new HomePage(ownerPage);
    await home.open();
    await expect(home.needs.getByRole("link", { name })).toHaveAttribute("href", `/streaks/${draft.id}`);
    await home.needs.getByRole("link", { name: /wait(s)? for a code/ }).click();
    await expect(ownerPage).toHaveURL("/reward-logs?state=pending");
  });

  test("of more drafts than it shows, it leads to all of that kind", async ({ api, ownerPage }) => {
    const drafts = [];
    for (let n = 0; n < 6; n++)
      drafts.push(await api.create("streak", { ...STREAK, name: `More ${randomUUID().slice(0, 8)}`, status: "draft" }));
    const home = new HomePage(ownerPage);
    await home.open();
    await expect(home.needs.locator('a[href^="/streaks/"]')).toHaveCount(5);
    await home.needs.getByRole("link", { name: "All drafts of streaks" }).click();
    await expect(ownerPage).toHaveURL("/streaks?status=draft");
    await expect(ownerPage.getByRole("link", { name: String(drafts[0]?.["name"]) })).toBeVisible();
    for (const { id } of drafts) await api.delete("streak", id);
  });

  test("each first step ticks itself, and the list is gone once all are done", async ({
    ownerPage,
    playwright,
    baseURL,
  }) => {
    // It walks through the whole of a set-up.
    test.slow();
    const shell = new ConsoleShell(ownerPage);
    const home = new HomePage(ownerPage);
    await home.open();
    await shell.switchProgram("test");
    await expect(home.step("campaign")).toContainText("Not done yet");
    const program = new URL(ownerPage.url()).searchParams.get("program") ?? "";
    const again = () => home.open(`?program=${program}`);

    const settings = new SettingsPage(ownerPage);
    await home.step("apiKey").getByRole("link").click();
    const secret = await settings.fillKey("Test shop", ["campaigns:write", "activity:write", "members:write"]);
    await again();
    await expect(home.step("apiKey")).toContainText("Done");

    const request = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { "x-api-key": secret } });
    const api = new ProgramApi(request);
    const streak = await api.create("streak", { ...STREAK, name: "First", status: "live" });
    await again();
    await expect(home.step("campaign")).toContainText("Done");
    await expect(home.step("activity")).toContainText(`${baseURL}/schema/streak_log/record`);

    const log = await api.create("streak_log", {
      streakId: streak.id,
      ownedBy: { externalId: "first" },
      activityAt: new Date().toISOString(),
      activityId: "a",
      uniqueIdentifier: "first",
    });
    await again();
    await expect(home.step("activity")).toContainText("Done");

    await home.step("language").getByRole("link").click();
    await settings.languages.fill("en, ar");
    await settings.save();
    await expect(settings.saved).toBeVisible();
    const widgetSecret = await settings.showWidgetSecret();
    await again();
    await expect(home.step("language")).toContainText("Done");

    // A guest is no sign that it is embedded; a member is.
    expect((await request.get(`/widget/${program}`)).status()).toBe(200);
    await again();
    await expect(home.step("widget")).toContainText("Not done yet");
    const token = await new SignJWT({ userData: { externalId: "first" } })
      .setProtectedHeader({ alg: "HS256" })
      .setSubject(program)
      .setExpirationTime("10m")
      .sign(new TextEncoder().encode(widgetSecret));
    expect((await request.post(`/widget/${program}`, { form: { token } })).status()).toBe(200);
    await again();
    await expect(home.heading).toBeVisible();
    await expect(home.steps).toHaveCount(0);

    // Other specs look at the empty lists of the test program.
    await request.delete(`/schema/streak/record/${streak.id}`);
    await request.delete(`/schema/member/record/${log["ownedById"]}`);
    await request.dispose();
  });
});
