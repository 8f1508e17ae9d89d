import { afterAll, expect, test } from "vitest";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { getProgram } from "./get-program";
import { updateProgram } from "./update-program";
import { getWidgetSecret, rotateWidgetSecret } from "./widget-secret";

const NOW = "2026-04-10T12:00:00Z";
const database = await openTestDatabase();
const { db } = database;
afterAll(() => database.close());

test("settings are kept in their canonical form, each once", async () => {
  const context = (await newTenant(db)).at(NOW);
  await updateProgram(context, {
    name: "Café",
    timeZone: "Europe/Berlin",
    languages: ["EN", "en", "pt-br"],
    allowedOrigins: ["https://Shop.example.com/", "https://shop.example.com", "http://localhost:3000"],
  });
  expect(await getProgram(context)).toMatchObject({
    name: "Café",
    timeZone: "Europe/Berlin",
    defaultLanguage: "en",
    languages: ["en", "pt-BR"],
    allowedOrigins: ["https://shop.example.com", "http://localhost:3000"],
  });
});

test.each([
  [{ name: "" }, "/name"],
  [{ timeZone: "Mars/Olympus" }, "/timeZone"],
  [{ languages: ["de"] }, "/languages"],
  [{ languages: ["en", "no tag"] }, "/languages/1"],
  [{ allowedOrigins: ["shop.example.com"] }, "/allowedOrigins/0"],
  [{ allowedOrigins: ["https://shop.example.com/path"] }, "/allowedOrigins/0"],
  [{ allowedOrigins: ["javascript:alert(1)"] }, "/allowedOrigins/0"],
  [{ mode: "test" }, "/mode"],
])("%j is refused", async (patch, pointer) => {
  const context = (await newTenant(db)).at(NOW);
  await expect(updateProgram(context, patch)).rejects.toMatchObject({ params: { errors: [{ pointer }] } });
});

test("the default language is locked once there are texts in it", async () => {
  const context = (await newTenant(db)).at(NOW);
  await updateProgram(context, { defaultLanguage: "de", languages: ["de", "en"] });
  await createStreak(context, {
    name: "Tee",
    description: "Jeden Tag",
    status: "draft",
    aggregationTargetValue: 1,
    completionTargetValue: 7,
  });
  await expect(updateProgram(context, { defaultLanguage: "en" })).rejects.toMatchObject({ code: "locked" });
  await updateProgram(context, { defaultLanguage: "de", name: "Still possible" });
});

test("one program's settings and secret leave the other's alone", async () => {
  const [mine, other] = [(await newTenant(db)).at(NOW), (await newTenant(db)).at(NOW)];
  const theirs = await getWidgetSecret(other);
  const before = await getWidgetSecret(mine);
  const after = await rotateWidgetSecret(mine, undefined);
  await updateProgram(mine, { name: "Mine" });
  expect(after).not.toBe(before);
  expect(await getWidgetSecret(mine)).toBe(after);
  expect(await getWidgetSecret(other)).toBe(theirs);
  expect((await getProgram(other)).name).toBe("Test");
});

test("who may not make keys reads settings only", async () => {
  const context = (await newTenant(db)).at(NOW);
  const reader = { ...context, actor: { kind: "user" as const, id: "u", scopes: ["campaigns:read" as const] } };
  expect((await getProgram(reader)).name).toBe("Test");
  await expect(updateProgram(reader, { name: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(getWidgetSecret(reader)).rejects.toMatchObject({ code: "forbidden" });
  await expect(rotateWidgetSecret(reader, undefined)).rejects.toMatchObject({ code: "forbidden" });
});
