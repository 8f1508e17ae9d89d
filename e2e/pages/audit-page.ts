import type { Locator, Page } from "@playwright/test";
import messages from "../../messages/console/en.json" with { type: "json" };

const { audit, lists } = messages;

/** The history of changes. */
export class AuditPage {
  readonly heading: Locator;
  readonly rows: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { name: audit.title, level: 1 });
    this.rows = page.getByRole("table", { name: audit.title }).locator("tbody").getByRole("row");
  }

  /** From the page of a record to its history. */
  async openFromRecord(): Promise<void> {
    await this.page.getByRole("main").getByRole("link", { name: audit.history }).first().click();
    await this.heading.waitFor();
  }

  async choosePerson(name: string): Promise<void> {
    await this.page.getByRole("button", { name: audit.person }).click();
    await this.page.getByRole("option", { name }).click();
  }

  async nextPage(): Promise<void> {
    await this.page.getByRole("button", { name: lists.next }).click();
  }
}
