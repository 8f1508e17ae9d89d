import { expect, test } from "../fixtures";
import { RewardLogsPage } from "../pages/reward-logs-page";
import { createRewardingStreak, earnRewards, rewardsOf } from "../reward-data";

test("Reward logs: the work queue.", async ({ api, ownerPage }) => {
  const data = await createRewardingStreak(api);
  await earnRewards(api, data, 0, 3);
  const [first, second, third] = [0, 1, 2].map((number) => `Quinn ${number} ${data.suffix}`) as [
    string,
    string,
    string,
  ];
  const queue = new RewardLogsPage(ownerPage);
  await queue.openWith({ state: "pending", parent: data.streakId, sort: "oldest" });
  await expect(queue.rows).toHaveCount(3);

  await test.step("Enter saves and goes on to the next that waits; nothing jumps away", async () => {
    await queue.codeFieldOf(first).fill("ONE");
    await ownerPage.keyboard.press("Enter");
    await expect(queue.rowOf(first)).toContainText("Issued");
    await expect(queue.codeFieldOf(second)).toBeFocused();
    await ownerPage.keyboard.type("TWO");
    await ownerPage.keyboard.press("Enter");
    await expect(queue.codeFieldOf(third)).toBeFocused();
    await expect(queue.rows).toHaveCount(3);
  });

  await test.step("redeemed, taken back, cleared", async () => {
    await queue.act(first, "redeem");
    await expect(queue.rowOf(first)).toContainText("Redeemed");
    await queue.act(first, "takeBack");
    await expect(queue.rowOf(first)).toContainText("Issued");
    await queue.act(first, "clearCode");
    await expect(queue.rowOf(first)).toContainText("Pending");
    await expect(queue.codeFieldOf(first)).toHaveValue("");
  });

  await test.step("an expiry of its own", async () => {
    await queue.act(second, "changeExpiry");
    await expect(queue.dialog.getByRole("spinbutton").first()).toBeFocused();
    await ownerPage.keyboard.type("123120991130p");
    await queue.dialog.getByRole("button", { name: "Save" }).click();
    await expect(queue.rowOf(second)).toContainText("Expires Dec 31, 2099, 11:30 PM UTC");
  });
});

test.describe("Filter by state, parent, milestone, member, dates; a code on one reward within two clicks (inline, Enter saves, undo for 10 s); one code or expiry for many: select all 212 matching, and exactly those 212 are changed, or it stops and says the set changed.", () => {
  test("filters are in the address, and a fresh session shows the same", async ({
    api,
    ownerPage,
    browser,
    ownerCookies,
  }) => {
    const data = await createRewardingStreak(api);
    await earnRewards(api, data, 0, 4);
    const [some] = await rewardsOf(api, data);
    await api.update("reward_log", some?.id ?? "", { couponCode: "GIVEN" });
    const today = new Date().toISOString().slice(0, 10);
    const queue = new RewardLogsPage(ownerPage);
    await queue.open();
    await queue.choose("campaign", data.streakName);
    await expect(queue.rows).toHaveCount(4);
    await queue.choose("milestone", `First day ${data.suffix}`);
    await queue.show("pending");
    await expect(queue.rows).toHaveCount(3);
    const waiting = (await rewardsOf(api, data)).find((reward) => reward["couponCode"] === null);
    const owner = await api.get("member", String(waiting?.["ownedById"]));
    await queue.filterByMember(String(owner["displayName"]));
    await expect(queue.rows).toHaveCount(1);
    await ownerPage.getByLabel("From").fill(today);
    await ownerPage.getByLabel("To", { exact: true }).fill(today);
    const filters = { state: "pending", parent: data.streakId, milestone: data.milestoneId, member: owner.id };
    await expect
      .poll(() => Object.fromEntries(new URL(ownerPage.url()).searchParams))
      .toEqual({ ...filters, from: today, to: today });
    await expect(queue.rows).toHaveCount(1);

    const fresh = await browser.newContext();
    await fresh.addCookies(ownerCookies);
    const again = new RewardLogsPage(await fresh.newPage());
    await again.page.goto(ownerPage.url());
    await expect(again.rows).toHaveCount(1);
    await expect(again.page.getByRole("button", { name: `Remove ${owner["displayName"]}` })).toBeVisible();
    await expect(again.page.getByLabel("From")).toHaveValue(today);
    await fresh.close();

    await ownerPage.getByLabel("From").fill("2099-01-01");
    await expect(ownerPage.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
    await ownerPage.getByRole("button", { name: "Clear filters" }).click();
    await expect(ownerPage).toHaveURL("/reward-logs");
  });

  test("a code by two clicks, and undone", async ({ api, ownerPage }) => {
    const data = await createRewardingStreak(api);
    await earnRewards(api, data, 0, 1);
    const member = `Quinn 0 ${data.suffix}`;
    const queue = new RewardLogsPage(ownerPage);
    await queue.openWith({ parent: data.streakId });
    await queue.codeFieldOf(member).click();
    await ownerPage.keyboard.type("MISTAKE");
    await queue.rowOf(member).getByRole("button", { name: "Save" }).click();
    await expect(queue.rowOf(member)).toContainText("Issued");
    await queue.undo();
    await expect(queue.rowOf(member)).toContainText("Pending");
    const [reward] = await rewardsOf(api, data);
    expect(reward).toMatchObject({ couponCode: null, rewardIssuedAt: null, state: "pending" });

    await queue.codeFieldOf(member).fill("AGAIN");
    await ownerPage.keyboard.press("Enter");
    await expect(queue.rowOf(member)).toContainText("Issued");
    await api.update("reward_log", reward?.id ?? "", { couponCode: "BY-ANOTHER" });
    await queue.undo();
    await expect(ownerPage.getByText("What you selected has changed in the meantime")).toBeVisible();
    expect((await rewardsOf(api, data))[0]).toMatchObject({ couponCode: "BY-ANOTHER" });
  });

  test("exactly the 212 that were seen", async ({ api, ownerPage }) => {
    const data = await createRewardingStreak(api);
    await earnRewards(api, data, 0, 212);
    const queue = new RewardLogsPage(ownerPage);
    await queue.openWith({ state: "pending", parent: data.streakId });
    await queue.selectAll(212);
    await queue.changeMany("FOR-ALL");
    await queue.dialog.getByRole("button", { name: "Change 212" }).click();
    await expect(ownerPage.getByText("212 rewards changed")).toBeVisible();
    const rewards = await rewardsOf(api, data);
    expect(rewards.filter(({ couponCode }) => couponCode === "FOR-ALL")).toHaveLength(212);
    await expect(ownerPage.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  });

  test("a set that changed: nothing is done, and it says so", async ({ api, ownerPage }) => {
    const data = await createRewardingStreak(api);
    await earnRewards(api, data, 0, 30);
    const queue = new RewardLogsPage(ownerPage);
    await queue.openWith({ state: "pending", parent: data.streakId });
    await queue.selectAll(30);
    await queue.changeMany("TOO-LATE");
    await earnRewards(api, data, 30, 31);
    await queue.dialog.getByRole("button", { name: "Change 30" }).click();
    await expect(queue.dialog.getByRole("alert")).toContainText("has changed in the meantime, so nothing was done");
    expect((await rewardsOf(api, data)).filter(({ couponCode }) => couponCode !== null)).toEqual([]);

    await ownerPage.keyboard.press("Escape");
    await queue.selectAll(31);
    await queue.changeMany("IN-TIME");
    await queue.dialog.getByRole("button", { name: "Change 31" }).click();
    await expect(ownerPage.getByText("31 rewards changed")).toBeVisible();
    expect((await rewardsOf(api, data)).filter(({ couponCode }) => couponCode === "IN-TIME")).toHaveLength(31);
  });

  test("picked by hand: these, unless somebody changed one of them", async ({ api, ownerPage }) => {
    const data = await createRewardingStreak(api);
    await earnRewards(api, data, 0, 4);
    const member = (number: number) => `Quinn ${number} ${data.suffix}`;
    const queue = new RewardLogsPage(ownerPage);
    await queue.openWith({ parent: data.streakId });
    for (const number of [0, 1]) await queue.rowOf(member(number)).getByRole("checkbox").check();
    await queue.changeMany("PAIR");
    await queue.dialog.getByRole("button", { name: "Change 2" }).click();
    await expect(queue.rowOf(member(0))).toContainText("PAIR");
    await expect(queue.rowOf(member(1))).toContainText("PAIR");
    await expect(queue.codeFieldOf(member(2))).toBeVisible();

    for (const number of [2, 3]) await queue.rowOf(member(number)).getByRole("checkbox").check();
    const waiting = (await rewardsOf(api, data)).find(({ couponCode }) => couponCode === null);
    await api.update("reward_log", waiting?.id ?? "", { rewardExpiryAt: "2099-01-01T00:00:00Z" });
    await queue.changeMany("OTHERS");
    await queue.dialog.getByRole("button", { name: "Change 2" }).click();
    await expect(queue.dialog.getByRole("alert")).toContainText("has changed in the meantime");
    expect((await rewardsOf(api, data)).filter(({ couponCode }) => couponCode === "OTHERS")).toEqual([]);
  });

  test("picked by hand: each as it was on the screen, whatever the reader changed of the others", async ({
    api,
    ownerPage,
  }) => {
    const data = await createRewardingStreak(api);
    await earnRewards(api, data, 0, 1);
    const [first] = await rewardsOf(api, data);
    await earnRewards(api, data, 1, 2);
    const member = (number: number) => `Quinn ${number} ${data.suffix}`;
    const queue = new RewardLogsPage(ownerPage);
    await queue.openWith({ parent: data.streakId });
    await queue.rowOf(member(0)).getByRole("checkbox").check();
    await queue.codeFieldOf(member(0)).fill("TYPED");
    await api.update("reward_log", first?.id ?? "", { couponCode: "COLLEAGUE" });
    await queue.codeFieldOf(member(1)).fill("MINE");
    await ownerPage.keyboard.press("Enter");
    await expect(queue.rowOf(member(1))).toContainText("Issued");
    await queue.rowOf(member(1)).getByRole("checkbox").check();
    await queue.changeMany("BOTH");
    const submit = queue.dialog.getByRole("button", { name: "Change 2" });
    const codes = async () => (await rewardsOf(api, data)).map(({ couponCode }) => couponCode).sort();
    await submit.click();
    await expect(queue.dialog.getByRole("alert")).toContainText("has changed in the meantime, so nothing was done");
    expect(await codes()).toEqual(["COLLEAGUE", "MINE"]);

    // The list behind the dialog is read anew by now, and nobody looked at it.
    await expect(ownerPage.locator("tr").filter({ hasText: member(0) })).toContainText("Issued");
    await submit.click();
    await expect(queue.dialog.getByRole("alert")).toContainText("has changed in the meantime, so nothing was done");
    expect(await codes()).toEqual(["COLLEAGUE", "MINE"]);

    // Nor does a field in which something was typed take that for seen.
    await ownerPage.keyboard.press("Escape");
    await expect(queue.codeFieldOf(member(0))).toHaveValue("TYPED");
    await queue.codeFieldOf(member(0)).press("Enter");
    await expect(queue.rowOf(member(0)).getByRole("alert")).toContainText("Its code is now COLLEAGUE.");
    expect(await codes()).toEqual(["COLLEAGUE", "MINE"]);
  });

  test("a code that somebody gave since the list was read stays, and so does what was typed", async ({
    api,
    ownerPage,
  }) => {
    const data = await createRewardingStreak(api);
    await earnRewards(api, data, 0, 1);
    const [reward] = await rewardsOf(api, data);
    const member = `Quinn 0 ${data.suffix}`;
    const queue = new RewardLogsPage(ownerPage);
    const row = queue.rowOf(member);
    const now = () => api.get("reward_log", reward?.id ?? "");
    await queue.openWith({ state: "pending", parent: data.streakId });

    await test.step("refused, with the row as it is by now", async () => {
      await api.update("reward_log", reward?.id ?? "", { couponCode: "COLLEAGUE-1" });
      await queue.codeFieldOf(member).fill("MINE-1");
      await ownerPage.keyboard.press("Enter");
      await expect(row.getByRole("alert")).toContainText("has changed in the meantime, so nothing was done");
      await expect(row.getByRole("alert")).toContainText("Its code is now COLLEAGUE-1.");
      await expect(row).toContainText("Issued");
      await expect(queue.codeFieldOf(member)).toHaveValue("MINE-1");
      await expect(queue.codeFieldOf(member)).toBeFocused();
      expect(await now()).toMatchObject({ couponCode: "COLLEAGUE-1" });
    });

    await test.step("replaced by whoever knows of it, and undone to what was there before", async () => {
      await ownerPage.keyboard.press("Enter");
      await expect(row).toContainText("MINE-1");
      await expect(row.getByRole("alert")).toHaveCount(0);
      expect(await now()).toMatchObject({ couponCode: "MINE-1" });
      await queue.undo();
      await expect(row).toContainText("COLLEAGUE-1");
      expect(await now()).toMatchObject({ couponCode: "COLLEAGUE-1" });
    });

    await test.step("neither redeemed nor cleared unseen", async () => {
      for (const [act, code] of [
        ["redeem", "COLLEAGUE-2"],
        ["clearCode", "COLLEAGUE-3"],
      ] as const) {
        await api.update("reward_log", reward?.id ?? "", { couponCode: code });
        await queue.act(member, act);
        await expect(ownerPage.getByText("What you selected has changed in the meantime").first()).toBeVisible();
        await expect(row).toContainText(code);
        expect(await now()).toMatchObject({ couponCode: code, state: "issued" });
      }
      await queue.act(member, "redeem");
      await expect(row).toContainText("Redeemed");
    });
  });
});

test("Times carry their zone.", async ({ api, ownerPage }) => {
  const data = await createRewardingStreak(api);
  await earnRewards(api, data, 0, 1);
  const [reward] = await rewardsOf(api, data);
  await api.update("reward_log", reward?.id ?? "", { rewardExpiryAt: "2036-07-10T21:15:00Z" });
  const queue = new RewardLogsPage(ownerPage);
  await queue.openWith({ parent: data.streakId });
  await expect(queue.rowOf(data.suffix)).toContainText("Expires Jul 10, 2036, 9:15 PM UTC");
  await queue.act(data.suffix, "changeExpiry");
  await expect(queue.dialog).toContainText("Times are in UTC.");

  const memberId = String(reward?.["ownedById"]);
  await api.update("member", memberId, { timeZone: "America/New_York" });
  await ownerPage.goto(`/members/${memberId}`);
  await expect(ownerPage.getByRole("table", { name: "Rewards" })).toContainText("Jul 10, 2036, 5:15 PM EDT");
});
