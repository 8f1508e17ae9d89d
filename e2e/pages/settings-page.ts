import type { Locator, Page } from "@playwright/test";
import messages from "../../messages/console/en.json" with { type: "json" };

const { settings, apiKeys, forms } = messages;

export class SettingsPage {
  readonly name: Locator;
  readonly timeZone: Locator;
  readonly languages: Locator;
  readonly origins: Locator;
  readonly saved: Locator;
  readonly restored: Locator;
  readonly keyDialog: Locator;

  constructor(readonly page: Page) {
    const program = page.getByRole("region", { name: settings.program, exact: true });
    this.name = program.getByLabel(settings.name, { exact: true });
    this.timeZone = program.getByLabel(settings.timeZone, { exact: true });
    this.languages = program.getByLabel(settings.languages, { exact: true });
    this.origins = program.getByLabel(settings.allowedOrigins, { exact: true });
    this.saved = page.getByText(settings.saved);
    this.restored = program.getByText(forms.restored);
    this.keyDialog = page.getByRole("dialog");
  }

  async open(): Promise<void> {
    await this.page.goto("/settings");
  }

  async save(): Promise<void> {
    await this.page.getByRole("button", { name: settings.save }).click();
  }

  async discard(): Promise<void> {
    await this.page.getByRole("button", { name: forms.discard }).click();
  }

  /** @returns the secret, as it is shown once */
  async createKey(name: string, scopes: string[]): Promise<string> {
    await this.page.getByRole("button", { name: apiKeys.create }).click();
    await this.keyDialog.getByLabel(apiKeys.name).fill(name);
    for (const scope of scopes) await this.keyDialog.getByRole("checkbox", { name: scope }).check();
    await this.keyDialog.getByRole("button", { name: apiKeys.createSubmit }).click();
    const secret = await this.keyDialog.locator("code").textContent();
    await this.page.keyboard.press("Escape");
    return secret ?? "";
  }

  keyRow(name: string): Locator {
    return this.page.getByRole("table", { name: apiKeys.title }).getByRole("row").filter({ hasText: name });
  }

  async revokeKey(name: string): Promise<void> {
    await this.page.getByRole("button", { name: apiKeys.revokeOf.replace("{name}", name) }).click();
    await this.page.getByRole("dialog").getByRole("button", { name: apiKeys.revoke }).click();
  }
}
