import type { Locator, Page } from "@playwright/test";
import messages from "../../messages/console/en.json" with { type: "json" };

const texts = messages.rewardLogs;

export class RewardLogsPage {
  readonly heading;
  readonly rows: Locator;
  /** The one for what is selected, or the one for an expiry. */
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { name: texts.title, level: 1 });
    this.rows = page.getByRole("table", { name: texts.title }).locator("tbody").getByRole("row");
    this.dialog = page.getByRole("dialog", { name: /^(Change |Valid until)/ });
  }

  async open(state?: keyof typeof messages.states): Promise<void> {
    await this.page.goto(state ? `/reward-logs?state=${state}` : "/reward-logs");
  }

  async show(state: keyof typeof messages.states): Promise<void> {
    await this.page.getByRole("radio", { name: messages.states[state], exact: true }).click();
  }

  async openWith(query: Record<string, string>): Promise<void> {
    await this.page.goto(`/reward-logs?${new URLSearchParams(query)}`);
  }

  /** Picks one of a filter's choices. */
  async choose(filter: "campaign" | "milestone", choice: string): Promise<void> {
    await this.page.getByRole("button", { name: texts[filter] }).click();
    await this.page.getByRole("option", { name: choice }).click();
  }

  async filterByMember(name: string): Promise<void> {
    await this.page.getByRole("combobox", { name: texts.memberFilter }).fill(name);
    await this.page.getByRole("option", { name }).click();
  }

  /** What the menu of a row offers. */
  async act(member: string, action: "redeem" | "takeBack" | "clearCode" | "changeExpiry"): Promise<void> {
    await this.rowOf(member).getByRole("button", { name: "Actions for" }).click();
    await this.page.getByRole("menuitem", { name: texts[action] }).click();
  }

  async importCodes(): Promise<void> {
    await this.page.getByRole("link", { name: texts.importCodes }).click();
  }

  async undo(): Promise<void> {
    await this.page.getByRole("button", { name: texts.undo }).first().click();
  }

  /** Selects the page in view and then everything that the filters match. */
  async selectAll(count: number): Promise<void> {
    await this.page.getByRole("checkbox", { name: texts.selectPage }).check();
    await this.page.getByRole("button", { name: `Select all ${count} matching` }).click();
  }

  /** Opens the dialog for what is selected, and asks for one code. */
  async changeMany(code: string): Promise<void> {
    await this.page.getByRole("button", { name: texts.changeMany }).click();
    await this.dialog.getByRole("textbox", { name: texts.code }).fill(code);
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
