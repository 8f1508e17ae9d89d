import { expect, test } from "../fixtures";
import { HomePage } from "../pages/home-page";
import { RewardLogsPage } from "../pages/reward-logs-page";
import { SignInPage } from "../pages/sign-in-page";
import { ADMIN_EMAIL, ADMIN_PASSWORD } from "../settings";

test("a wrong password is told in plain words, and the address stays", async ({ page }) => {
  const signIn = new SignInPage(page);
  await signIn.open();
  await signIn.signIn(ADMIN_EMAIL, "not-the-password");
  await expect(signIn.refusal).toContainText("do not go together");
  await expect(signIn.email).toHaveValue(ADMIN_EMAIL);
});

test("sign-in leads to the address that was asked for, and sign-out ends the session", async ({ page }) => {
  const signIn = new SignInPage(page);
  const rewards = new RewardLogsPage(page);
  await rewards.open("pending");
  await expect(signIn.heading).toBeVisible();
  await signIn.signIn(ADMIN_EMAIL, ADMIN_PASSWORD);
  await expect(rewards.heading).toBeVisible();
  expect(new URL(page.url()).search).toBe("?state=pending");

  const session = (await page.context().cookies()).filter(({ name }) => name.includes("session"));
  expect(session).toMatchObject([{ httpOnly: true, sameSite: "Lax" }]);
  await rewards.signOut();
  await expect(signIn.heading).toBeVisible();
  await page.context().addCookies(session);
  await rewards.open();
  await expect(signIn.heading).toBeVisible();
});

test("sign-in never leads to another site", async ({ page, baseURL }) => {
  const signIn = new SignInPage(page);
  await page.goto("/sign-in?returnTo=//example.com/");
  await signIn.signIn(ADMIN_EMAIL, ADMIN_PASSWORD);
  await expect(new HomePage(page).heading).toBeVisible();
  expect(new URL(page.url()).origin).toBe(baseURL);
});

test("nobody can sign up", async ({ request }) => {
  const response = await request.post("/api/auth/sign-up/email", {
    data: { email: "stranger@example.com", password: "a-long-password", name: "Stranger" },
  });
  expect(response.status()).toBe(400);
  expect(await response.text()).toContain("SIGN_UP_DISABLED");
});

test("the console cannot be framed", async ({ request }) => {
  const response = await request.get("/sign-in");
  expect(response.headers()).toMatchObject({
    "x-frame-options": "DENY",
    "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
  });
});
