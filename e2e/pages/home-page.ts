import type { Locator, Page } from "@playwright/test";
import messages from "../../messages/console/en.json" with { type: "json" };

const { home, firstSteps } = messages;

export class HomePage {
  readonly heading: Locator;
  readonly needs: Locator;
  readonly steps: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { name: home.title, level: 1 });
    this.needs = page.getByRole("region", { name: home.needs });
    this.steps = page.getByRole("region", { name: firstSteps.title });
  }

  async open(query = ""): Promise<void> {
    await this.page.goto(`/${query}`);
  }

  /** A first step, by its title; `done` and `open` tell which are ticked. */
  step(name: Exclude<keyof typeof firstSteps, "title" | "intro" | "done" | "open" | "copy" | "copied">): Locator {
    return this.steps.getByRole("listitem").filter({ hasText: firstSteps[name].title });
  }
}
