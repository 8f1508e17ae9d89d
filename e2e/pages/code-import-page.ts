import type { Download, Locator, Page } from "@playwright/test";
import messages from "../../messages/console/en.json" with { type: "json" };

const texts = messages.codeImport;

export class CodeImportPage {
  /** The rows that are left out. */
  readonly failed: Locator;
  readonly missing: Locator;
  /** Why an import came to nothing. */
  readonly refused: Locator;
  readonly done: Locator;

  constructor(readonly page: Page) {
    this.failed = page.getByRole("table", { name: texts.failedLabel }).locator("tbody").getByRole("row");
    this.missing = page.getByRole("region", { name: texts.columnsTitle }).getByRole("alert");
    this.refused = page.getByRole("region", { name: texts.checkTitle }).getByRole("alert");
    this.done = page.getByRole("region", { name: texts.doneTitle }).getByRole("status");
  }

  async open(): Promise<void> {
    await this.page.goto("/reward-logs/codes");
  }

  /** Chooses a file as a reader does, with one press. */
  async choose(name: string, text: string): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: texts.choose }).click();
    await (await chooser).setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  }

  /** What a column of the file holds. */
  columnOf(column: string): Locator {
    return this.page.getByRole("button", { name: texts.holdsOf.replace("{column}", column) });
  }

  async setColumn(column: string, holds: string): Promise<void> {
    await this.columnOf(column).click();
    await this.page.getByRole("option", { name: holds }).click();
  }

  count(of: "willChange" | "didChange" | "unchanged" | "leftOut"): Locator {
    return this.page.locator("dl > div").filter({ hasText: texts[of] }).getByRole("definition");
  }

  async downloadFailed(): Promise<Download> {
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("link", { name: texts.downloadFailed }).click();
    return download;
  }

  async commit(count: number): Promise<void> {
    const name = count === 1 ? "Import one code" : `Import ${count} codes`;
    await this.page.getByRole("button", { name, exact: true }).click();
  }

  async see(): Promise<void> {
    await this.page.getByRole("link", { name: texts.see }).click();
  }

  async another(): Promise<void> {
    await this.page.getByRole("button", { name: texts.another }).click();
  }

  /** Leaves the sign-in that an ended session asks for. */
  async decline(): Promise<void> {
    await this.page.getByRole("dialog").getByRole("button", { name: messages.session.later }).click();
  }
}
