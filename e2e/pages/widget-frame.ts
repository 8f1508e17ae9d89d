import type { FrameLocator, Locator, Page } from "@playwright/test";
import messages from "../../messages/widget/en.json" with { type: "json" };

/** The widget inside of a shop's page. */
export class WidgetFrame {
  readonly frame: FrameLocator;
  readonly signInCall: Locator;
  readonly sessionEnded: Locator;

  constructor(readonly page: Page) {
    this.frame = page.frameLocator('iframe[title="Rewards"]');
    this.signInCall = this.frame.getByText(messages.signIn);
    this.sessionEnded = this.frame.getByRole("status").filter({ hasText: messages.ended });
  }

  reward(title: string): Locator {
    return this.frame.getByRole("listitem").filter({ has: this.frame.getByRole("heading", { name: title }) });
  }

  /** The address that the frame ended up at. */
  address(): string | undefined {
    return this.page.frame({ name: "rewards" })?.url();
  }
}
