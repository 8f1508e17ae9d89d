import type { Locator, Page } from "@playwright/test";
import messages from "../../messages/console/en.json" with { type: "json" };

const texts = messages.rewardLogs;

export class RewardLogsPage {
  readonly heading;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { name: texts.title, level: 1 });
  }

  async open(state?: keyof typeof messages.states): Promise<void> {
    await this.page.goto(state ? `/reward-logs?state=${state}` : "/reward-logs");
  }

  async show(state: keyof typeof messages.states): Promise<void> {
    await this.page.getByRole("radio", { name: messages.states[state], exact: true }).click();
  }

  rowOf(member: string): Locator {
    return this.page.getByRole("row").filter({ hasText: member });
  }

  codeFieldOf(member: string): Locator {
    return this.page.getByRole("textbox", { name: texts.codeFor.replace("{member}", member) });
  }

  changeButtonOf(member: string): Locator {
    return this.page.getByRole("button", { name: texts.changeFor.replace("{member}", member) });
  }

  async signOut(): Promise<void> {
    await this.page.getByRole("button", { name: messages.console.account }).click();
    await this.page.getByRole("menuitem", { name: messages.console.signOut }).click();
  }
}
