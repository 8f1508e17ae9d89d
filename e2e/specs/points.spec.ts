import { randomUUID } from "node:crypto";
import { expect, test } from "../fixtures";

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
