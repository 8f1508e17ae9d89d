import { randomUUID } from "node:crypto";
import { joinTeam } from "../colleague";
import { expect, test } from "../fixtures";
import { AuditPage } from "../pages/audit-page";
import { CampaignPage } from "../pages/campaign-page";
import { TeamPage } from "../pages/team-page";
import { createRewardingStreak, earnRewards, rewardsOf } from "../reward-data";
import { ADMIN_EMAIL } from "../settings";

const PAGE_SIZE = 25;

test("Audit view: who (user or key), what, before and after, when; filter by record and person; append-only.", async ({
  api,
  ownerPage,
  ownerCookies,
  openStranger,
}) => {
  test.slow();
  const rewarding = await createRewardingStreak(api);
  const { streakId, streakName } = rewarding;
  const audit = new AuditPage(ownerPage);

  await test.step("a record's page leads to its history: the key that made it, the person who changed it", async () => {
    const campaign = new CampaignPage(ownerPage, "streaks");
    await campaign.open(streakId);
    await campaign.name.fill(`${streakName}, renamed`);
    await campaign.save();
    await expect(campaign.saved).toBeVisible();
    await audit.openFromRecord();
    await expect(audit.rows).toHaveCount(2);
    const [renamed, created] = [audit.rows.nth(0), audit.rows.nth(1)];
    await expect(renamed).toContainText(ADMIN_EMAIL);
    await expect(renamed).toContainText("Changed");
    await expect(renamed.locator("del")).toHaveText(streakName);
    await expect(renamed.locator("ins")).toHaveText(`${streakName}, renamed`);
    await expect(renamed.getByRole("time").or(renamed.locator("time")).first()).toContainText("UTC");
    await expect(created).toContainText("API key");
    await expect(created).toContainText("Created");
    await created.getByRole("group").locator("summary").click();
    await expect(created).toContainText("Needed each time");
  });

  await test.step("filtered by person and day; a fresh session reproduces the address", async () => {
    await audit.choosePerson(ADMIN_EMAIL);
    await expect(audit.rows).toHaveCount(1);
    const today = new Date().toISOString().slice(0, 10);
    await ownerPage.getByLabel("From").fill(today);
    await expect(ownerPage).toHaveURL(new RegExp(`record=${streakId}.*person=.*from=${today}`));
    const other = await openStranger();
    await other.context().addCookies(ownerCookies);
    await other.goto(ownerPage.url());
    await expect(new AuditPage(other).rows).toHaveCount(1);
    await expect(other.getByRole("main")).toContainText(`Streak: ${streakName}, renamed`);
    await ownerPage.getByLabel("From").fill("2099-01-01");
    await expect(ownerPage.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  });

  await test.step("paged by a cursor in the address, without a gap", async () => {
    for (let step = 1; step <= PAGE_SIZE; step++)
      await api.update("streak", streakId, { name: `${streakName} ${step}` });
    await ownerPage.goto(`/audit?record=${streakId}`);
    await expect(audit.rows).toHaveCount(PAGE_SIZE);
    await expect(audit.rows.last().locator("del")).toHaveText(`${streakName}, renamed`);
    await audit.nextPage();
    await expect(ownerPage).toHaveURL(/after=/);
    await expect(audit.rows).toHaveCount(2);
    await ownerPage.reload();
    await expect(audit.rows).toHaveCount(2);
  });

  await test.step("a viewer reads it with codes masked, and nothing of the team's", async () => {
    const code = `AUDIT-${randomUUID().slice(0, 8)}`;
    await earnRewards(api, rewarding, 0, 1);
    const [reward] = await rewardsOf(api, rewarding);
    await api.update("reward_log", reward?.id ?? "", { couponCode: code });
    await ownerPage.goto(`/audit?record=${reward?.id}`);
    await expect(audit.rows.first()).toContainText(code);

    const page = await openStranger();
    const person = await joinTeam(page, ownerPage, "viewer");
    const seen = new AuditPage(page);
    await page.goto(`/audit?record=${reward?.id}`);
    await expect(seen.rows.first()).toContainText("••••••••");
    await expect(page.getByRole("main")).not.toContainText(code);
    await page.goto("/audit?kind=invite");
    await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
    await ownerPage.keyboard.press("Escape");
    const team = new TeamPage(ownerPage);
    await team.open();
    await team.remove(person.name);
  });

  await test.step("no door changes it, and what was removed stays in it under its name", async () => {
    for (const method of ["POST", "PATCH", "DELETE"])
      expect((await ownerPage.request.fetch("/data/audit", { method })).status()).toBe(405);
    await ownerPage.goto("/audit?kind=person");
    await expect(audit.rows.first()).toContainText("Deleted");
    await expect(audit.rows.first()).toContainText("Kim");
  });
});
