import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import type { ServiceContext } from "@/lib/services/context";
import { widgetFor } from "@/lib/services/widget/testing/widget-for";
import { getWidgetTheme, updateWidgetTheme } from "./widget-theme";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const NOW = "2026-04-10T12:00:00Z";

test("a theme is kept whole, and the program's widget alone wears it", async () => {
  const [mine, theirs] = [(await newTenant(database.db)).at(NOW), (await newTenant(database.db)).at(NOW)];
  const theme = { scheme: "light", radius: 4, font: '"Fira Sans", sans-serif', light: { accent: "#0B5D4F" } };
  const kept = { ...theme, light: { accent: "#0b5d4f" } };
  expect(await updateWidgetTheme(mine, theme)).toEqual(kept);
  expect(await getWidgetTheme(mine)).toEqual(kept);
  expect((await widgetFor(mine, null)).theme).toEqual(kept);
  expect(await getWidgetTheme(theirs)).toEqual({});

  await updateWidgetTheme(mine, {});
  expect(await getWidgetTheme(mine)).toEqual({});
});

test("what cannot be read is refused, colour by colour, and so is what is no theme", async () => {
  const context = (await newTenant(database.db)).at(NOW);
  await expect(updateWidgetTheme(context, { light: { onAccent: "#5b45d7" } })).rejects.toMatchObject({
    code: "invalid_request",
    params: { errors: [{ pointer: "/light/onAccent", message: expect.stringContaining("4.5 is needed") }] },
  });
  for (const wrong of [
    { light: { accent: "red" } },
    { font: "x; } body { display: none" },
    { font: '"half' },
    { radius: 33 },
    { scheme: "sepia" },
    { shadow: 1 },
  ])
    await expect(updateWidgetTheme(context, wrong)).rejects.toMatchObject({ code: "invalid_request" });
  const reader: ServiceContext = {
    ...context,
    actor: { kind: "key", id: context.program.id, scopes: ["campaigns:read"] },
  };
  await expect(updateWidgetTheme(reader, {})).rejects.toMatchObject({ code: "forbidden" });
});
