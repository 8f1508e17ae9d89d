import { randomUUID } from "node:crypto";
import { expect, test } from "../fixtures";
import { RewardLogsPage } from "../pages/reward-logs-page";
import { WidgetFrame } from "../pages/widget-frame";
import type { ProgramApi } from "../program-api";

/** A one-day streak with one milestone, and a member who has just reached it. */
async function earnReward(api: ProgramApi, name: string) {
  const suffix = randomUUID().slice(0, 8);
  const reward = `Free coffee ${suffix}`;
  const streak = await api.create("streak", {
    name: `Coffee ${suffix}`,
    description: "A coffee a day",
    status: "live",
    aggregationMethod: "count",
    aggregationTargetValue: 1,
    completionTargetValue: 3,
  });
  await api.create("milestone", {
    linkedSchemaSlug: "streak",
    linkedSchemaRecordId: streak.id,
    name: "First day",
    description: "The first coffee",
    milestoneTargetValue: 1,
    status: "live",
    eudMilestoneRewardTitle: reward,
  });
  const externalId = `journey-${suffix}`;
  const member = `${name} ${suffix}`;
  const log = await api.create("streak_log", {
    streakId: streak.id,
    ownedBy: { externalId, displayName: member },
    activityAt: new Date().toISOString(),
    activityId: "bought_a_coffee",
    uniqueIdentifier: `order-${suffix}`,
  });
  const [rewardLog] = log["achievedMilestoneRewardLogs"] as { id: string }[];
  if (!rewardLog) throw new Error("the activity earned no reward");
  return { reward, externalId, member, rewardLogId: rewardLog.id };
}

test("activity by API, a code in the console, the code in the member's widget", async ({ api, ownerPage, shop }) => {
  const { reward, externalId, member, rewardLogId } = await earnReward(api, "Ada");
  const widgetUrl = `${process.env["MILEPOST_E2E_URL"]}/widget/${await api.programId()}`;
  const token = await api.tokenOf(externalId);

  await test.step("the member sees that the code is on its way", async () => {
    await ownerPage.goto(shop.pageWith({ url: widgetUrl, token }));
    const card = new WidgetFrame(ownerPage).reward(reward);
    await expect(card).toContainText("On its way");
    await expect(card).toContainText("Your code is on its way.");
  });

  await test.step("a code is typed and Enter saves it", async () => {
    const rewards = new RewardLogsPage(ownerPage);
    await rewards.open("pending");
    const row = rewards.rowOf(member);
    await expect(row).toContainText(reward);
    await expect(row).toContainText("Pending");
    await rewards.codeFieldOf(member).fill("COFFEE-42");
    await rewards.codeFieldOf(member).press("Enter");
    await expect(row).toContainText("Issued");
    await expect(row.getByRole("status")).toHaveText("Saved");
    await expect(row).toContainText("COFFEE-42");

    await rewards.open("issued");
    await expect(rewards.rowOf(member)).toContainText("COFFEE-42");
  });

  await test.step("the member reads code, instruction and expiry", async () => {
    await api.update("reward_log", rewardLogId, { rewardExpiryAt: "2036-04-10T21:15:38Z" });
    await ownerPage.goto(shop.pageWith({ url: widgetUrl, token }));
    const widget = new WidgetFrame(ownerPage);
    const card = widget.reward(reward);
    await expect(card).toContainText("Ready to use");
    await expect(card.getByText("COFFEE-42", { exact: true })).toBeVisible();
    await expect(card).toContainText(
      "Use the offer code at checkout to redeem your reward! Valid till 4/10/2036, 9:15:38 PM.",
    );
    expect(widget.address()).toBe(widgetUrl);
  });
});

test("a refused code says why at its field, and what was typed stays", async ({ api, ownerPage }) => {
  const { member, rewardLogId } = await earnReward(api, "Grace");
  const rewards = new RewardLogsPage(ownerPage);
  await rewards.open("pending");
  const field = rewards.codeFieldOf(member);
  const tooLong = "X".repeat(257);
  await field.fill(tooLong);
  await field.press("Enter");
  await expect(rewards.rowOf(member).getByRole("alert")).toHaveText("A code has 1 to 256 characters.");
  await expect(field).toHaveValue(tooLong);
  await expect(field).toHaveAccessibleDescription("A code has 1 to 256 characters.");

  await api.update("reward_log", rewardLogId, { couponCode: "BY-API" });
  await api.update("reward_log", rewardLogId, { rewardRedeemedAt: new Date().toISOString() });
  await field.fill("TOO-LATE");
  await field.press("Enter");
  await expect(rewards.rowOf(member).getByRole("alert")).toContainText("Its code is now BY-API.");
  await field.press("Enter");
  await expect(rewards.rowOf(member).getByRole("alert")).toContainText("The reward is redeemed");
  await expect(field).toHaveValue("TOO-LATE");
});

test("an issued code can be changed, and Cancel leaves it", async ({ api, ownerPage }) => {
  const { member, rewardLogId } = await earnReward(api, "Alan");
  await api.update("reward_log", rewardLogId, { couponCode: "FIRST" });
  const rewards = new RewardLogsPage(ownerPage);
  await rewards.open();
  await rewards.changeButtonOf(member).click();
  const field = rewards.codeFieldOf(member);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("FIRST");
  await rewards.rowOf(member).getByRole("button", { name: "Cancel" }).click();
  await expect(rewards.rowOf(member)).toContainText("FIRST");

  await rewards.changeButtonOf(member).click();
  await field.fill("SECOND");
  await field.press("Enter");
  await expect(rewards.rowOf(member).getByText("SECOND", { exact: true })).toBeVisible();
});

test("guests are asked to sign in, a token that ended says so", async ({ api, page, shop }) => {
  const url = `${process.env["MILEPOST_E2E_URL"]}/widget/${await api.programId()}`;
  const widget = new WidgetFrame(page);
  await page.goto(shop.pageWith({ url }));
  await expect(widget.signInCall).toBeVisible();

  await page.goto(shop.pageWith({ url, token: await api.tokenOf("journey-nobody", -120) }));
  await expect(widget.sessionEnded).toBeVisible();
});
