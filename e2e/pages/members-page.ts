import type { Locator, Page } from "@playwright/test";
import messages from "../../messages/console/en.json" with { type: "json" };

const texts = messages.members;

export class MembersPage {
  readonly search: Locator;
  readonly rows: Locator;

  constructor(readonly page: Page) {
    this.search = page.getByRole("searchbox", { name: texts.search });
    this.rows = page.getByRole("table", { name: texts.title }).locator("tbody").getByRole("row");
  }

  async open(query = ""): Promise<void> {
    await this.page.goto(`/members${query}`);
  }

  async show(status: keyof typeof messages.statuses): Promise<void> {
    await this.page.getByRole("radio", { name: messages.statuses[status], exact: true }).click();
  }

  field(name: "externalId" | "displayName" | "email" | "timeZone" | "metadata"): Locator {
    return this.page.getByRole(name === "timeZone" ? "combobox" : "textbox", { name: texts[name] });
  }

  async press(button: "createSubmit" | "save" | "pause" | "goLive" | "delete"): Promise<void> {
    await this.page.getByRole("button", { name: texts[button], exact: true }).click();
  }

  /** A part of a member's page. */
  part(name: "progress" | "rewards" | "points"): Locator {
    return this.page.getByRole("region", { name: texts[name], exact: true });
  }
}
