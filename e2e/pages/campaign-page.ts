import type { FrameLocator, Locator, Page } from "@playwright/test";
import messages from "../../messages/console/en.json" with { type: "json" };

const { campaign: texts, forms } = messages;

/** The page of a streak or challenge, new or not. */
export class CampaignPage {
  readonly name: Locator;
  readonly title: Locator;
  readonly rules: Locator;
  readonly rungs: Locator;
  readonly preview: FrameLocator;
  readonly previewFrame: Locator;
  readonly saved: Locator;
  readonly restored: Locator;
  readonly dialog: Locator;
  readonly languages: Locator;

  constructor(
    readonly page: Page,
    readonly noun: "streaks" | "challenges",
  ) {
    this.name = this.part(texts.about).getByLabel(texts.name, { exact: true });
    this.title = this.part(texts.shown).getByLabel(texts.texts.eudTitle, { exact: true });
    this.rules = this.part(texts.rules);
    this.rungs = this.part(texts.milestones).getByRole("list").first().locator("> li");
    this.previewFrame = page.locator(`iframe[title="${texts.preview.title}"]`);
    this.preview = page.frameLocator(`iframe[title="${texts.preview.title}"]`);
    this.saved = page.getByText(texts.saved, { exact: true });
    this.restored = page.getByText(forms.restored);
    this.dialog = page.getByRole("dialog");
    this.languages = page.getByRole("radiogroup", { name: texts.translateTo });
  }

  part(title: string): Locator {
    return this.page.getByRole("region", { name: title, exact: true });
  }

  async open(id: string, query = ""): Promise<void> {
    await this.page.goto(`/${this.noun}/${id}${query}`);
    await this.previewFrame.waitFor();
  }

  /** A text of the campaign, or of a milestone, in the default language or in another. */
  text(field: keyof typeof texts.texts, { within, language }: { within?: Locator; language?: string } = {}): Locator {
    const label = texts.texts[field];
    return (within ?? this.part(texts.shown)).getByLabel(language ? `${label} (${language})` : label, { exact: true });
  }

  /** @returns the milestone that was added, open, with the focus in its target */
  async addMilestone(): Promise<Locator> {
    const before = await this.rungs.count();
    await this.page.getByRole("button", { name: texts.addMilestone }).click();
    return this.rungs.nth(before);
  }

  target(rung: Locator): Locator {
    const name = this.noun === "streaks" ? texts.targetStreak : texts.targetChallenge;
    return rung.getByRole("textbox", { name, exact: true });
  }

  async toggle(rung: Locator): Promise<void> {
    await rung.locator("> div > button[aria-expanded]").click();
  }

  async save(): Promise<void> {
    const names = [texts.save, texts.saveDraft];
    await this.page.getByRole("button", { name: new RegExp(`^(${names.join("|")})$`) }).click();
  }

  async choosePreview(control: "member" | "language" | "direction", choice: string): Promise<void> {
    const preview = this.part(texts.preview.title);
    await preview.getByRole("button", { name: new RegExp(`${texts.preview[control]}$`) }).click();
    await this.page.getByRole("option", { name: choice, exact: true }).click();
  }

  async switchPreview(choice: string): Promise<void> {
    await this.part(texts.preview.title).getByRole("radio", { name: choice, exact: true }).click();
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  async more(action: string): Promise<void> {
    await this.button(texts.more).click();
    await this.page.getByRole("menuitem", { name: action }).click();
  }

  /** Puts files on the icon of the campaign as a drop or a paste brings them. */
  async bring(how: "drop" | "paste", file: { name: string; mimeType: string; base64: string }): Promise<void> {
    const zone = this.part(texts.shown).getByRole("group", { name: texts.texts.eudIcon, exact: true });
    await zone.evaluate(
      (element, { how, file }) => {
        const bytes = Uint8Array.from(atob(file.base64), (char) => char.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], file.name, { type: file.mimeType }));
        const common = { bubbles: true, cancelable: true };
        if (how === "paste") {
          const button = element.querySelector("button");
          button?.focus();
          button?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, ...common }));
          return;
        }
        for (const kind of ["dragenter", "dragover", "drop"])
          element.dispatchEvent(new DragEvent(kind, { dataTransfer: data, ...common }));
      },
      { how, file },
    );
  }
}
