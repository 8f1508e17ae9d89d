import { describe, expect, test } from "vitest";
import { ERROR_STATUS } from "@/lib/errors";
import { LOCALES } from "@/lib/i18n/locales";

describe.each(LOCALES)("messages/console/%s.json", (locale) => {
  test("says every error in plain words, and none that the product does not have", async () => {
    const { default: messages } = await import(`../../messages/console/${locale}.json`);
    expect(Object.keys(messages.errors).sort()).toEqual(Object.keys(ERROR_STATUS).sort());
    for (const text of Object.values(messages.errors)) expect(text).toMatch(/\S/);
  });
});
