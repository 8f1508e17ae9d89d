import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { bundleServer } from "./bundle-server.mjs";

const folder = mkdtempSync(join(tmpdir(), "milepost-bundle-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function bundle(source: string): Promise<string> {
  const entry = join(folder, "entry.ts");
  const outfile = join(folder, "out.mjs");
  writeFileSync(entry, source);
  await bundleServer({ entry, outfile, logLevel: "silent" });
  return readFileSync(outfile, "utf8");
}

it("takes the project's own modules in and leaves packages out", async () => {
  const output = await bundle(
    'import "server-only";\nimport { parseEnv } from "@/lib/env";\nconsole.log(parseEnv({}));',
  );
  expect(output).toContain("function parseEnv");
  expect(output).toMatch(/from "zod"/);
  expect(output).not.toContain("server-only");
});

it.each(["next/cache", "next/headers", "next-intl", "next-intl/server"])("refuses %s by name", async (name) => {
  await expect(bundle(`import * as target from "${name}";\nconsole.log(target);`)).rejects.toThrow(
    `imports "${name}", and server.ts reaches it`,
  );
});

it("leaves Next itself to server.ts alone", async () => {
  await expect(bundle('import next from "next";\nnext({});')).rejects.toThrow("only server.ts may");
});
