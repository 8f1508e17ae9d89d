import type { Locator, Page } from "@playwright/test";
import messages from "../../messages/console/en.json" with { type: "json" };

const texts = messages.report;

/** The report of a streak or challenge. */
export class ReportPage {
  readonly funnel: Locator;
  readonly overTime: Locator;
  /** The numbers that open their rows, wherever they stand. */
  readonly numbers: Locator;

  constructor(readonly page: Page) {
    this.funnel = page.getByRole("region", { name: texts.funnel });
    this.overTime = page.getByRole("region", { name: texts.overTime });
    this.numbers = page.getByRole("main").locator('a[href*="/members?"], a[href*="/reward-logs?"]');
  }

  async open(noun: "streaks" | "challenges", id: string, query = ""): Promise<void> {
    await this.page.goto(`/${noun}/${id}/report${query}`);
  }

  /** One of the numbers on top, by its label. */
  tile(label: string): Locator {
    return this.page.getByRole("list", { name: texts.summary }).getByRole("listitem").filter({ hasText: label });
  }

  tab(name: "setup" | "title"): Locator {
    return this.page.getByRole("navigation", { name: texts.parts }).getByRole("link", { name: texts[name] });
  }

  range(name: keyof typeof texts.ranges): Locator {
    return this.page.getByRole("radio", { name: texts.ranges[name], exact: true });
  }

  day(name: "from" | "to"): Locator {
    return this.page.getByLabel(messages.lists[name], { exact: true });
  }

  /** By keyboard alone. */
  async showTable(part: Locator): Promise<void> {
    await part.locator("summary").filter({ hasText: texts.showTable }).press("Enter");
  }
}
