import type { Locator, Page } from "@playwright/test";
import messages from "../../messages/console/en.json" with { type: "json" };

const texts = messages.invite;

/** What the link of an invite opens. */
export class InvitePage {
  readonly email: Locator;
  readonly gone: Locator;
  readonly toSignIn: Locator;

  constructor(readonly page: Page) {
    this.email = page.getByLabel(messages.setup.email);
    this.gone = page.getByRole("heading", { name: texts.goneTitle });
    this.toSignIn = page.getByRole("link", { name: texts.signIn });
  }

  /** Fills in a new account and sends it. */
  async accept(person: { name: string; email: string; password: string }): Promise<void> {
    await this.page.getByLabel(texts.name).fill(person.name);
    await this.email.fill(person.email);
    await this.page.getByLabel(messages.setup.password).fill(person.password);
    await this.page.getByRole("button", { name: texts.submit }).click();
  }

  /** Joins with the account that is signed in. */
  async join(email: string): Promise<void> {
    await this.page.getByRole("button", { name: texts.join.replace("{email}", email) }).click();
  }
}
