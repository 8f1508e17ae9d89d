import type { Locator, Page } from "@playwright/test";
import messages from "../../messages/console/en.json" with { type: "json" };

const { timeline, lists } = messages;

/** The timeline of a member's run or window. */
export class TimelinePage {
  readonly periods: Locator;
  readonly next: Locator;

  constructor(readonly page: Page) {
    this.periods = page.getByRole("region", { name: timeline.story }).locator("ol > li");
    this.next = page.getByRole("button", { name: lists.next });
  }

  async open(member: unknown, kind: "streak" | "challenge", progress: unknown): Promise<void> {
    await this.page.goto(`/members/${member}/${kind}s/${progress}`);
  }

  /** The sentence that answers a question such as "Why did this streak break?". */
  answer(question: string): Locator {
    return this.page.getByRole("region", { name: question });
  }

  period(name: string): Locator {
    return this.periods.filter({ has: this.page.getByRole("heading", { name, level: 3 }) });
  }
}
