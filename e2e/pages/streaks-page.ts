import type { Locator, Page } from "@playwright/test";
import messages from "../../messages/console/en.json" with { type: "json" };

const texts = messages.streaks;

export class StreaksPage {
  readonly heading: Locator;
  readonly search: Locator;
  readonly rows: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { name: texts.title, level: 1 });
    this.search = page.getByRole("searchbox", { name: texts.search });
    this.rows = page.getByRole("table", { name: texts.title }).locator("tbody").getByRole("row");
  }

  async open(query = ""): Promise<void> {
    await this.page.goto(`/streaks${query}`);
  }

  async show(status: keyof typeof messages.statuses): Promise<void> {
    await this.page.getByRole("radio", { name: messages.statuses[status], exact: true }).click();
  }

  row(name: string): Locator {
    return this.rows.filter({ hasText: name });
  }
}
