import ar from "../../messages/console/ar.json" with { type: "json" };
import de from "../../messages/console/de.json" with { type: "json" };
import en from "../../messages/console/en.json" with { type: "json" };
import { expect, test } from "../fixtures";

// That no locale lacks a text is held by `npm test -- --only messages`.
test.describe("Texts by next-intl in en, de and ar, gated by i18n-check.", () => {
  for (const [locale, messages] of Object.entries({ en, de, ar }))
    test(locale, async ({ ownerPage, chooseLocale }) => {
      await chooseLocale(locale);
      await ownerPage.goto("/");
      await expect(ownerPage.locator("html")).toHaveAttribute("lang", locale);
      await expect(ownerPage.getByRole("heading", { level: 1 })).toHaveText(messages.home.title);
      const sections = ownerPage.getByRole("navigation", { name: messages.console.navigation });
      for (const label of [messages.sections.home, messages.sections.streaks, messages.sections.settings])
        await expect(sections.getByRole("link", { name: label, exact: true })).toBeVisible();
    });
});
