import { randomUUID } from "node:crypto";
import { expect, test } from "../fixtures";
import { MembersPage } from "../pages/members-page";
import { createRewardingStreak, earnRewards } from "../reward-data";

test("Members: search, and a page with progress, rewards, points.", async ({ api, ownerPage }) => {
  const data = await createRewardingStreak(api);
  await earnRewards(api, data, 0, 2);
  const eventType = `visit-${data.suffix}`;
  await api.create("reward_rule", { eventType, points: 1250 });
  await api.award({ userId: `q0-${data.suffix}`, eventType });
  const members = new MembersPage(ownerPage);

  await test.step("found by id, name and e-mail address", async () => {
    await members.open();
    await members.search.fill(data.suffix);
    await expect(members.rows).toHaveCount(2);
    await members.search.fill(`quinn 0 ${data.suffix}`);
    await expect(members.rows).toHaveCount(1);
    await members.search.fill(`q0-${data.suffix}`);
    await expect(ownerPage).toHaveURL(`/members?q=q0-${data.suffix}`);
    await expect(members.rows).toHaveCount(1);
    await members.rows.getByRole("link").click();
  });

  await test.step("progress, rewards and points", async () => {
    await expect(ownerPage.getByRole("heading", { name: `Quinn 0 ${data.suffix}`, level: 1 })).toBeVisible();
    await expect(members.part("progress").getByRole("row").filter({ hasText: data.streakName })).toContainText(
      "1 of 3",
    );
    await expect(members.part("progress")).toContainText("1 of 1 done");
    await expect(members.part("rewards")).toContainText(`First day ${data.suffix}`);
    await expect(members.part("points")).toContainText("Balance: 1,250");
    await expect(members.part("points").getByRole("table")).toContainText("+1,250");
  });

  await test.step("a code is given there too, and the queue shows this member's", async () => {
    const field = members.part("rewards").getByRole("textbox");
    await field.fill("HERE");
    await field.press("Enter");
    await expect(members.part("rewards")).toContainText("Issued");
    await members.part("rewards").getByRole("link", { name: "Open in the queue" }).click();
    await expect(ownerPage).toHaveURL(/\/reward-logs\?member=/);
    await expect(ownerPage.getByRole("table")).toContainText("HERE");
  });
});

test("a member is created, changed, paused and deleted", async ({ ownerPage }) => {
  const suffix = randomUUID().slice(0, 8);
  const members = new MembersPage(ownerPage);
  await members.open();
  await ownerPage.getByRole("link", { name: "New member" }).click();
  await members.field("externalId").fill(`hand-${suffix}`);
  await members.field("email").fill("nonsense");
  await members.press("createSubmit");
  await expect(members.field("email")).toHaveAccessibleDescription(/An e-mail address, such as/);
  await members.field("email").fill("hand@example.com");
  await members.field("metadata").fill('{ "tier": "gold" }');
  await members.press("createSubmit");
  await expect(ownerPage.getByRole("heading", { name: `hand-${suffix}`, level: 1 })).toBeVisible();
  await expect(ownerPage.getByText("No rewards yet.")).toBeVisible();

  await ownerPage.getByRole("link", { name: "Edit" }).click();
  await members.field("displayName").fill(`Hand ${suffix}`);
  await members.press("save");
  await expect(ownerPage.getByRole("heading", { name: `Hand ${suffix}`, level: 1 })).toBeVisible();

  await members.press("pause");
  await expect(ownerPage.getByText("Paused", { exact: true })).toBeVisible();
  await members.press("delete");
  await ownerPage.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(ownerPage).toHaveURL("/members");
  await members.search.fill(suffix);
  await expect(ownerPage.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
});

test("a save sends what was changed here, and leaves the rest as others have changed it", async ({
  api,
  ownerPage,
}) => {
  const externalId = `shared-${randomUUID().slice(0, 8)}`;
  const { id } = await api.create("member", { externalId, email: "old@example.com", metadata: { tier: "silver" } });
  const members = new MembersPage(ownerPage);
  await members.open(`/${id}/edit`);
  await expect(members.field("email")).toHaveValue("old@example.com");
  const meanwhile = { email: "new@example.com", metadata: { tier: "gold" }, status: "paused" };
  await api.update("member", id, meanwhile);
  await members.field("displayName").fill("Shared");
  await members.press("save");
  await expect(ownerPage.getByRole("heading", { name: "Shared", exact: true, level: 1 })).toBeVisible();
  expect(await api.get("member", id)).toMatchObject({ ...meanwhile, displayName: "Shared" });
});

test("a taken id is told at its field", async ({ api, ownerPage }) => {
  const externalId = `taken-${randomUUID().slice(0, 8)}`;
  await api.create("member", { externalId });
  const members = new MembersPage(ownerPage);
  await members.open("/new");
  await members.field("externalId").fill(externalId);
  await members.press("createSubmit");
  await expect(members.field("externalId")).toHaveAccessibleDescription(/Another record has this already/);
});

test("a list of members is an address that a fresh session reproduces", async ({
  api,
  ownerPage,
  browser,
  ownerCookies,
}) => {
  const suffix = randomUUID().slice(0, 8);
  await api.create("member", { externalId: `a-${suffix}`, status: "paused" });
  await api.create("member", { externalId: `b-${suffix}` });
  const members = new MembersPage(ownerPage);
  await members.open();
  await members.show("paused");
  await members.search.fill(suffix);
  await expect(members.rows).toHaveCount(1);
  await expect(ownerPage).toHaveURL(`/members?status=paused&q=${suffix}`);
  const fresh = await browser.newContext();
  await fresh.addCookies(ownerCookies);
  const again = new MembersPage(await fresh.newPage());
  await again.page.goto(ownerPage.url());
  await expect(again.rows).toHaveCount(1);
  await expect(again.search).toHaveValue(suffix);
  await fresh.close();
});

test("an address of nobody says so", async ({ ownerPage }) => {
  await ownerPage.goto(`/members/${randomUUID()}`);
  await expect(ownerPage.getByRole("heading", { name: "Nothing here" })).toBeVisible();
});
