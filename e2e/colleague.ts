import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { InvitePage } from "./pages/invite-page";
import { type RoleName, TeamPage } from "./pages/team-page";

/** Somebody new, whom nothing else is called like. */
export function newPerson() {
  const suffix = randomUUID().slice(0, 8);
  return { name: `Kim ${suffix}`, email: `kim-${suffix}@example.com`, password: "e2e-only-password" };
}

/** Lets somebody join the owner's team, by a link, on a page of nobody; answers the person, whose page it is then. */
export async function joinTeam(page: Page, ownerPage: Page, role: RoleName) {
  const person = newPerson();
  const team = new TeamPage(ownerPage);
  await team.open();
  const link = await team.invite(role, person.name);
  await page.goto(link);
  await new InvitePage(page).accept(person);
  await page.waitForURL((url) => url.pathname === "/");
  return person;
}
