import type { Locator, Page } from "@playwright/test";
import messages from "../../messages/console/en.json" with { type: "json" };

const { openTexts, lists } = messages;

export class OpenTextsPage {
  readonly heading: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { name: openTexts.title, level: 1 });
  }

  /** The open texts of the record of this name. */
  record(name: string): Locator {
    return this.page.getByRole("region", { name });
  }

  field(record: Locator): Locator {
    return record.getByRole("textbox");
  }

  async translate(record: Locator, text: string): Promise<void> {
    await this.field(record).fill(text);
    await record.getByRole("button", { name: openTexts.save }).click();
  }

  /** Pages on until the record is in view. */
  async goTo(name: string): Promise<void> {
    const next = this.page.getByRole("button", { name: lists.next });
    const found = this.record(name);
    await found.or(next).first().waitFor();
    while ((await found.count()) === 0) {
      const address = this.page.url();
      await next.click();
      await this.page.waitForURL((url) => url.href !== address);
      await found.or(next).first().waitFor();
    }
  }

  async choose(language: RegExp): Promise<void> {
    await this.page.getByRole("button", { name: openTexts.language }).click();
    await this.page.getByRole("option", { name: language }).click();
  }
}
