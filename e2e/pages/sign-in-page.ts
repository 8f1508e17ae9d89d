import type { Page } from "@playwright/test";
import messages from "../../messages/console/en.json" with { type: "json" };

const texts = messages.signIn;

export class SignInPage {
  readonly heading;
  readonly email;
  readonly refusal;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { name: texts.title });
    this.email = page.getByLabel(texts.email);
    this.refusal = page.getByRole("main").getByRole("alert");
  }

  async open(): Promise<void> {
    await this.page.goto("/sign-in");
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.email.fill(email);
    await this.page.getByLabel(texts.password).fill(password);
    await this.page.getByRole("button", { name: texts.submit }).click();
  }
}
