import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { newPerson } from "../colleague";
import { expect, test } from "../fixtures";
import { CampaignPage } from "../pages/campaign-page";
import { InvitePage } from "../pages/invite-page";
import { OpenTextsPage } from "../pages/open-texts-page";
import { RewardLogsPage } from "../pages/reward-logs-page";
import { SignInPage } from "../pages/sign-in-page";
import { TeamPage } from "../pages/team-page";
import type { ProgramApi } from "../program-api";
import { createRewardingStreak, earnRewards, rewardsOf } from "../reward-data";

/** A language that nothing else here speaks. */
const LANGUAGE = "nl";

/** A streak with a translation, and a reward with a code. */
async function prepare(api: ProgramApi) {
  const rewarding = await createRewardingStreak(api);
  const { streakId } = rewarding;
  const code = `TEAM-${randomUUID().slice(0, 8)}`;
  await api.update("streak", streakId, {
    eudTitle: "Come by daily",
    eudDescription: "Every day counts",
    translations: { [LANGUAGE]: { eudTitle: "Kom elke dag" } },
  });
  await earnRewards(api, rewarding, 0, 1);
  const [reward] = await rewardsOf(api, rewarding);
  await api.update("reward_log", reward?.id ?? "", { couponCode: code });
  return { streakId, streakName: rewarding.streakName, rewardId: reward?.id ?? "", code };
}

/** The page of the open texts on which a record stands; asked of the read, since pages in between are many. */
async function placeOfTexts(page: Page, recordId: string): Promise<string> {
  let after: string | null = null;
  do {
    const query: string = `?language=${LANGUAGE}${after === null ? "" : `&after=${after}`}`;
    const { value } = await (await page.request.get(`/data/open-texts${query}`)).json();
    if (value.texts.some((text: { recordId: string }) => text.recordId === recordId)) return `/translations${query}`;
    after = value.nextCursor;
  } while (after !== null);
  throw new Error(`${recordId} has no open text`);
}

async function seesNoCode(page: Page, { rewardId, code }: { rewardId: string; code: string }) {
  await page.goto(`/reward-logs?reward=${rewardId}`);
  await expect(new RewardLogsPage(page).rows).toHaveCount(1);
  await expect(page.getByRole("main")).toContainText("••••••••");
  await expect(page.getByRole("main")).not.toContainText(code);
  const found = await page.request.get(`/data/search?q=${code}`);
  expect(await found.json()).toEqual({ ok: true, value: [] });
}

/** What opens a menu, whose items are nowhere before. */
function menus(page: Page) {
  return page.getByRole("main").locator('button[aria-haspopup="true"], button[aria-haspopup="menu"]');
}

/** The buttons and links of everything that a role without writing may not do. */
const CHANGES =
  /^(New (streak|challenge|member|rule|key)|Go live|Pause|Edit|Delete|Award by hand|Add a milestone|Import)/;

async function offersNoChange(page: Page, paths: string[]) {
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("table").or(page.getByRole("region")).first()).toBeVisible();
    for (const role of ["button", "link"] as const)
      await expect(page.getByRole("main").getByRole(role, { name: CHANGES })).toHaveCount(0);
    await expect(menus(page)).toHaveCount(0);
  }
}

test("Invite by link (single use, hashed, expiring); roles owner, marketer, translator, viewer, developer, enforced in services: a translator changes texts only, a viewer nothing and sees codes masked.", async ({
  api,
  ownerPage,
  openStranger,
}) => {
  test.slow();
  const made = await prepare(api);
  const { streakId } = made;
  const person = newPerson();
  const team = new TeamPage(ownerPage);
  const guest = await openStranger();
  const invite = new InvitePage(guest);
  const campaign = new CampaignPage(guest, "streaks");

  const link = await test.step("an owner makes a link for a role; it is shown once, with its end", async () => {
    await team.open();
    const shown = await team.invite("translator", person.name);
    await expect(team.dialog).toContainText(/works once, until .+ UTC/);
    await ownerPage.keyboard.press("Escape");
    await expect(team.invites).toContainText(person.name);
    const token = new URL(shown).searchParams.get("token") ?? "";
    expect(token).toMatch(/^[\w-]{43}$/);
    for (const read of ["team", "audit?kind=invite"])
      expect(await (await ownerPage.request.get(`/data/${read}`)).text()).not.toContain(token);
    return shown;
  });

  await test.step("whoever opens it makes an account and is in; then it is used up", async () => {
    await guest.goto(link);
    await expect(guest.getByRole("main")).toContainText("Translator");
    await invite.accept({ ...person, email: "nobody" });
    await expect(invite.email).toHaveAccessibleDescription(/whole e-mail address/);
    await invite.accept(person);
    await guest.waitForURL((url) => url.pathname === "/");
    await guest.goto(link);
    await expect(guest.getByRole("main")).toContainText("used already");
  });

  await test.step("a revoked link says so, and so does one that is not whole", async () => {
    const note = `Nobody ${randomUUID().slice(0, 8)}`;
    await team.open();
    const other = await team.invite("viewer", note);
    await ownerPage.keyboard.press("Escape");
    await team.revoke(note);
    await guest.goto(other);
    await expect(guest.getByRole("main")).toContainText("revoked. Ask an owner");
    await guest.goto(other.slice(0, -5));
    await expect(guest.getByRole("main")).toContainText("not whole");
  });

  await test.step("a translator changes translations, on a campaign's page and among the open texts", async () => {
    await campaign.open(streakId, `?language=${LANGUAGE}`);
    await expect(campaign.name).toBeDisabled();
    await expect(campaign.title).toBeDisabled();
    await campaign.text("eudTitle", { language: "Dutch" }).fill("Kom iedere dag");
    await campaign.save();
    await expect(campaign.saved).toBeVisible();
    expect(await api.read("streak", streakId, LANGUAGE)).toMatchObject({ eudTitle: "Kom iedere dag" });

    await guest.goto(await placeOfTexts(guest, streakId));
    const texts = new OpenTextsPage(guest);
    await texts.translate(texts.record(made.streakName), "Elke dag telt");
    await expect(texts.record(made.streakName)).toHaveCount(0);
    expect(await api.read("streak", streakId, LANGUAGE)).toMatchObject({ eudDescription: "Elke dag telt" });
  });

  await test.step("and nothing else: neither the screens offer it nor do the services let it pass", async () => {
    await ownerPage.goto(`/streaks/${streakId}`);
    await expect(menus(ownerPage)).toHaveCount(1);
    await offersNoChange(guest, [`/streaks/${streakId}`, "/settings"]);
    await guest.goto("/streaks/new");
    await expect(guest.getByRole("heading", { name: "Your role does not allow this" })).toBeVisible();
    for (const read of ["team", "api-keys"]) expect((await guest.request.get(`/data/${read}`)).status()).toBe(403);
  });

  await test.step("a viewer changes nothing, from the next click on, and sees codes masked", async () => {
    await team.open();
    await expect(team.person("owner@example.com")).toContainText("last owner stays");
    await team.changeRole(person.name, "viewer");
    await expect(team.person(person.name)).toContainText("Looks at everything and changes nothing");
    await campaign.open(streakId, `?language=${LANGUAGE}`);
    await expect(campaign.text("eudTitle", { language: "Dutch" })).toBeDisabled();
    await ownerPage.goto("/points");
    await expect(menus(ownerPage).first()).toBeVisible();
    await offersNoChange(guest, ["/streaks", "/members", "/points"]);
    await seesNoCode(guest, made);
  });

  await test.step("a developer makes keys, with what the role itself may do", async () => {
    await team.open();
    await team.changeRole(person.name, "developer");
    await guest.goto("/settings?new=key");
    await expect(guest.getByRole("checkbox", { name: "activity:write" })).toBeVisible();
    await expect(guest.getByRole("checkbox", { name: "campaigns:write" })).toHaveCount(0);
  });

  await test.step("who is removed is out at once, and joins again by another link with the same account", async () => {
    await team.remove(person.name);
    await guest.goto("/streaks");
    await expect(guest.getByRole("heading", { name: "No program to show" })).toBeVisible();
    await guest.context().clearCookies();

    const again = await team.invite("marketer", person.name);
    await guest.goto(again);
    await invite.accept(person);
    await expect(invite.email).toHaveAccessibleDescription(/has an account already/);
    await invite.toSignIn.click();
    const signIn = new SignInPage(guest);
    // The page of the invite has fields of the same names.
    await expect(signIn.heading).toBeVisible();
    await signIn.signIn(person.email, person.password);
    await invite.join(person.email);
    await guest.waitForURL((url) => url.pathname === "/");
    await guest.goto("/streaks");
    await expect(guest.getByRole("link", { name: "New streak" })).toBeVisible();
    await team.open();
    await team.remove(person.name);
    await expect(team.person(person.name)).toHaveCount(0);
  });
});
