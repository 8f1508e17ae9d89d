import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { InvitePage } from "./pages/invite-page";
import { type RoleName, TeamPage } from "./pages/team-page";

/** Somebody new, whom nothing else is called like. */
export function newPerson() {
  const suffix = randomUUID().slice(0, 8);
  return { name: `Kim ${suffix}`, email: `kim-${suffix}@example.com`, password: "e2e-only-password" };
}

/** A page of nobody, in a browser of its own. */
export async function strangerPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: process.env["MILEPOST_E2E_URL"] });
  return context.newPage();
}

/** Lets somebody join the owner's team, by a link; answers the person and a page that is signed in. */
export async function joinTeam(browser: Browser, ownerPage: Page, role: RoleName) {
  const person = newPerson();
  const team = new TeamPage(ownerPage);
  await team.open();
  const link = await team.invite(role, person.name);
  const page = await strangerPage(browser);
  await page.goto(link);
  await new InvitePage(page).accept(person);
  await page.waitForURL((url) => url.pathname === "/");
  return { person, page };
}
