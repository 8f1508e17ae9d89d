import { randomUUID } from "node:crypto";
import type { Route } from "@playwright/test";
import { expect, test } from "../fixtures";
import { ADMIN_EMAIL } from "../settings";

test("Points: rules and ledger.", async ({ api, ownerPage }) => {
  const suffix = randomUUID().slice(0, 8);
  const rule = ownerPage.getByRole("table", { name: "Rules" }).getByRole("row").filter({ hasText: suffix });

  await test.step("a rule is made, changed, paused", async () => {
    await ownerPage.goto("/points");
    await ownerPage.getByRole("button", { name: "New rule" }).click();
    const dialog = ownerPage.getByRole("dialog");
    await dialog.getByRole("button", { name: "Create the rule" }).click();
    await expect(dialog.getByRole("textbox", { name: "Event type" })).toHaveAccessibleDescription(/This is needed/);
    await dialog.getByRole("textbox", { name: "Event type" }).fill(`thanks-${suffix}`);
    await dialog.getByRole("textbox", { name: "Points" }).fill("40");
    await dialog.getByRole("button", { name: "Create the rule" }).click();
    await expect(rule).toContainText("+40");
    await rule.getByRole("button", { name: "Actions for" }).click();
    await ownerPage.getByRole("menuitem", { name: "Edit" }).click();
    await dialog.getByRole("textbox", { name: "Points" }).fill("-15");
    await dialog.getByRole("button", { name: "Save changes" }).click();
    await expect(rule).toContainText("-15");
    await rule.getByRole("button", { name: "Actions for" }).click();
    await ownerPage.getByRole("menuitem", { name: "Pause" }).click();
    await expect(rule).toContainText("Paused");
    await rule.getByRole("button", { name: "Actions for" }).click();
    await ownerPage.getByRole("menuitem", { name: "Go live" }).click();
    await expect(rule).toContainText("Live");
  });

  const member = await api.create("member", { externalId: `pt-${suffix}`, displayName: `Points ${suffix}` });
  const other = await api.create("reward_rule", { eventType: `other-${suffix}`, points: 100 });
  await api.award({ userId: `pt-${suffix}`, eventType: `other-${suffix}` });
  const entries = ownerPage.getByRole("table", { name: "Ledger" }).locator("tbody").getByRole("row");

  await test.step("points are taken by hand, with a reason", async () => {
    await ownerPage.getByRole("link", { name: "Ledger" }).click();
    await ownerPage.getByRole("button", { name: "Award by hand" }).click();
    const dialog = ownerPage.getByRole("dialog");
    await dialog.getByRole("combobox", { name: "Member" }).fill(`pt-${suffix}`);
    await ownerPage.getByRole("option", { name: `Points ${suffix}` }).click();
    await dialog.getByRole("button", { name: "Rule" }).click();
    await ownerPage.getByRole("option", { name: `thanks-${suffix}` }).click();
    await dialog.getByRole("textbox", { name: "Reason" }).fill("Counted twice");
    await dialog.getByRole("button", { name: "Award the points" }).click();
    await expect(ownerPage.getByText("-15 points, the balance is 85")).toBeVisible();
    await expect(entries.first()).toContainText("Counted twice");
  });

  await test.step("the ledger by member and by event, in the address", async () => {
    await ownerPage.getByRole("combobox", { name: "Filter by member" }).fill(`pt-${suffix}`);
    await ownerPage.getByRole("option", { name: `Points ${suffix}` }).click();
    await expect(entries).toHaveCount(2);
    await expect(ownerPage).toHaveURL(`/points/ledger?member=${member.id}`);
    await ownerPage.goto(`/points/ledger?member=${member.id}&event=other-${suffix}`);
    await expect(entries).toHaveCount(1);
    await expect(entries).toContainText("+100");
  });

  await test.step("a rule is deleted, its entries stay", async () => {
    await api.update("reward_rule", other.id, { status: "paused" });
    await ownerPage.goto(`/points?q=other-${suffix}`);
    await rule.getByRole("button", { name: "Actions for" }).click();
    await ownerPage.getByRole("menuitem", { name: "Delete" }).click();
    await ownerPage.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await expect(ownerPage.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
    await ownerPage.goto(`/points/ledger?member=${member.id}`);
    await expect(entries).toHaveCount(2);
  });
});

test("an award whose answer was lost counts once, also after a reload, and the member's history says who gave it", async ({
  api,
  ownerPage,
}) => {
  const suffix = randomUUID().slice(0, 8);
  const eventType = `sorry-${suffix}`;
  const { id } = await api.create("member", { externalId: `lost-${suffix}` });
  await api.create("reward_rule", { eventType, points: 500 });
  const dialog = ownerPage.getByRole("dialog");
  const submit = dialog.getByRole("button", { name: "Award the points" });
  const open = () => ownerPage.getByRole("button", { name: "Award by hand" }).click();

  await ownerPage.goto(`/members/${id}`);
  await open();
  await dialog.getByRole("button", { name: "Rule" }).click();
  await ownerPage.getByRole("option", { name: eventType }).click();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("The parcel was late");
  const loseAnswer = async (route: Route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
    await route.abort();
  };
  await ownerPage.route(`**/members/${id}`, loseAnswer);
  await submit.click();
  await expect(dialog.getByText("No answer came from the server")).toBeVisible();
  await ownerPage.unroute(`**/members/${id}`, loseAnswer);

  await ownerPage.reload();
  await open();
  await expect(dialog.getByRole("textbox", { name: "Reason" })).toHaveValue("The parcel was late");
  await submit.click();
  await expect(ownerPage.getByText("+500 points, the balance is 500")).toBeVisible();
  expect(await api.get("member", id)).toMatchObject({ pointsBalance: 500 });

  await ownerPage.goto(`/audit?kind=member&record=${id}`);
  const award = ownerPage.getByRole("table").getByRole("row").filter({ hasText: "The parcel was late" });
  await expect(award).toContainText(ADMIN_EMAIL);
  await expect(award).toContainText("500");
});
