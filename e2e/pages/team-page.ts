import type { Locator, Page } from "@playwright/test";
import messages from "../../messages/console/en.json" with { type: "json" };

const { team, roles } = messages;

export type RoleName = keyof typeof roles.names;

/** Settings, Team. */
export class TeamPage {
  readonly dialog: Locator;
  readonly invites: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole("dialog");
    this.invites = page.getByRole("region", { name: team.invites });
  }

  async open(): Promise<void> {
    await this.page.goto("/settings/team");
  }

  person(name: string): Locator {
    return this.page.getByRole("table", { name: team.people }).getByRole("row").filter({ hasText: name });
  }

  /** Makes an invite; its link stays in view, in the dialog. */
  async invite(role: RoleName, note: string): Promise<string> {
    await this.page.getByRole("button", { name: team.invite }).click();
    await this.dialog.getByRole("button", { name: team.role }).click();
    await this.page.getByRole("option", { name: roles.names[role] }).click();
    await this.dialog.getByLabel(team.note).fill(note);
    await this.dialog.getByRole("button", { name: team.inviteSubmit }).click();
    return (await this.dialog.locator("code").textContent()) ?? "";
  }

  async revoke(note: string): Promise<void> {
    await this.page.getByRole("button", { name: team.revokeOf.replace("{name}", note) }).click();
    await this.dialog.getByRole("button", { name: team.revoke }).click();
    await this.page.getByText(team.revoked).waitFor();
  }

  async changeRole(name: string, role: RoleName): Promise<void> {
    await this.page.getByRole("button", { name: team.changeOf.replace("{name}", name) }).click();
    await this.dialog.getByRole("radio", { name: roles.names[role] }).check();
    await this.dialog.getByRole("button", { name: team.changeSubmit }).click();
    await this.dialog.waitFor({ state: "hidden" });
  }

  async remove(name: string): Promise<void> {
    await this.page.getByRole("button", { name: team.removeOf.replace("{name}", name) }).click();
    await this.dialog.getByText(team.leftBehind.replaceAll("{name}", name)).waitFor();
    await this.dialog.getByRole("button", { name: team.remove }).click();
    await this.dialog.waitFor({ state: "hidden" });
  }
}
