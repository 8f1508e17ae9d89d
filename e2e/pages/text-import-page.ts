import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import messages from "../../messages/console/en.json" with { type: "json" };

const { openTexts, textImport } = messages;

/** Texts out to a translator, and in again. */
export class TextImportPage {
  readonly failures: Locator;
  readonly changes: Locator;

  constructor(readonly page: Page) {
    this.failures = this.#rows(textImport.failuresTitle);
    this.changes = this.#rows(textImport.changesTitle);
  }

  /** The file that the menu of the open texts gives: missing and outdated ones, or all. */
  async export(which: "open" | "all", format: "CSV" | "JSON"): Promise<string> {
    await this.page.getByRole("button", { name: openTexts.export.button }).click();
    const group = this.page.getByRole("group", { name: openTexts.export[which] });
    return this.#download(group.getByRole("menuitem", { name: format }));
  }

  async downloadFailures(): Promise<string> {
    return this.#download(this.page.getByRole("link", { name: textImport.downloadFailed }));
  }

  async choose(name: string, text: string): Promise<void> {
    const choosing = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: /Choose (a|another) file/ }).click();
    await (await choosing).setFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  }

  /** How many texts change, are there already, have no translation, are left out. */
  count(label: string): Locator {
    return this.page.locator("dl > div").filter({ hasText: label }).locator("dd");
  }

  submit(count: number): Locator {
    return this.page.getByRole("button", { name: `Import ${count} translation` });
  }

  #rows(label: string): Locator {
    return this.page.getByRole("table", { name: label }).locator("tbody").getByRole("row");
  }

  async #download(link: Locator): Promise<string> {
    const downloading = this.page.waitForEvent("download");
    await link.click();
    return readFile(await (await downloading).path(), "utf8");
  }
}
