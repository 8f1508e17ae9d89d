import type { Locator, Page } from "@playwright/test";
import messages from "../../messages/console/en.json" with { type: "json" };

const { settings, apiKeys, widgetSecret, forms, look } = messages;

export class SettingsPage {
  readonly name: Locator;
  readonly timeZone: Locator;
  readonly languages: Locator;
  readonly origins: Locator;
  readonly saved: Locator;
  readonly restored: Locator;
  readonly look: Locator;
  /** The widget's own document in the preview. */
  readonly preview: Locator;
  readonly keyDialog: Locator;

  constructor(readonly page: Page) {
    const program = page.getByRole("region", { name: settings.program, exact: true });
    this.name = program.getByLabel(settings.name, { exact: true });
    this.timeZone = program.getByLabel(settings.timeZone, { exact: true });
    this.languages = program.getByLabel(settings.languages, { exact: true });
    this.origins = program.getByLabel(settings.allowedOrigins, { exact: true });
    this.saved = page.getByText(settings.saved);
    this.restored = program.getByText(forms.restored);
    this.look = page.getByRole("region", { name: look.title });
    this.preview = page.frameLocator(`iframe[title="${look.preview}"]`).locator("html");
    this.keyDialog = page.getByRole("dialog");
  }

  async open(): Promise<void> {
    await this.page.goto("/settings");
  }

  async save(): Promise<void> {
    await this.page.getByRole("button", { name: settings.save }).click();
  }

  lookColor(color: keyof typeof look.colors): Locator {
    return this.look.getByLabel(look.colors[color], { exact: true });
  }

  async chooseScheme(scheme: keyof typeof look.schemes): Promise<void> {
    const choices = this.look.getByRole("radiogroup", { name: look.scheme, exact: true });
    await choices.getByRole("radio", { name: look.schemes[scheme], exact: true }).click();
  }

  async saveLook(): Promise<void> {
    await this.look.getByRole("button", { name: look.save }).click();
  }

  async discard(): Promise<void> {
    await this.page.getByRole("button", { name: forms.discard }).click();
  }

  /** @returns the secret, as it is shown once */
  async createKey(name: string, scopes: string[]): Promise<string> {
    await this.page.getByRole("button", { name: apiKeys.create }).click();
    return this.fillKey(name, scopes);
  }

  /** As `createKey`, in the dialog that is open. */
  async fillKey(name: string, scopes: string[]): Promise<string> {
    await this.keyDialog.getByLabel(apiKeys.name).fill(name);
    for (const scope of scopes) await this.keyDialog.getByRole("checkbox", { name: scope }).check();
    await this.keyDialog.getByRole("button", { name: apiKeys.createSubmit }).click();
    const secret = await this.keyDialog.locator("code").textContent();
    await this.page.keyboard.press("Escape");
    return secret ?? "";
  }

  async showWidgetSecret(): Promise<string> {
    const card = this.page.getByRole("region", { name: widgetSecret.title });
    await card.getByRole("button", { name: widgetSecret.show }).click();
    await card.getByRole("button", { name: widgetSecret.copy }).waitFor();
    return (await card.locator("code").textContent()) ?? "";
  }

  keyRow(name: string): Locator {
    return this.page.getByRole("table", { name: apiKeys.title }).getByRole("row").filter({ hasText: name });
  }

  async revokeKey(name: string): Promise<void> {
    await this.page.getByRole("button", { name: apiKeys.revokeOf.replace("{name}", name) }).click();
    await this.page.getByRole("dialog").getByRole("button", { name: apiKeys.revoke }).click();
  }
}
