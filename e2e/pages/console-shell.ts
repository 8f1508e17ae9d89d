import type { Locator, Page } from "@playwright/test";
import messages from "../../messages/console/en.json" with { type: "json" };

/** What surrounds every screen of the console. */
export class ConsoleShell {
  readonly palette: Locator;
  readonly paletteInput: Locator;

  constructor(readonly page: Page) {
    this.palette = page.getByRole("dialog", { name: messages.palette.title });
    this.paletteInput = this.palette.getByRole("searchbox");
  }

  async switchProgram(mode: "live" | "test"): Promise<void> {
    await this.page.getByRole("button", { name: messages.console.programs }).click();
    await this.page.getByRole("menuitem", { name: `(${messages.console[mode]})` }).click();
  }

  /** Goes to a section by the navigation. */
  async follow(section: keyof typeof messages.sections): Promise<void> {
    await this.page
      .getByRole("navigation", { name: messages.console.navigation })
      .getByRole("link", { name: messages.sections[section] })
      .click();
  }

  async chooseTheme(theme: keyof typeof messages.console.themes): Promise<void> {
    await this.page.getByRole("button", { name: messages.console.account }).click();
    await this.page.getByRole("menuitem", { name: messages.console.themes[theme] }).click();
  }

  async openPalette(): Promise<void> {
    await this.page.keyboard.press("Control+k");
  }
}
