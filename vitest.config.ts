import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const FOLDERS = "{app,bench,components,db,lib,scripts}";

const shared = {
  resolve: {
    alias: {
      // The package throws by design outside of React's server graph, which tests are.
      "server-only": at("./scripts/empty-module.ts"),
      "@": at("."),
    },
  },
};

export default defineConfig({
  test: {
    pool: "forks",
    // A forgotten `.only` would pass for a green run.
    allowOnly: !process.env["CI"],
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          include: [`${FOLDERS}/**/*.test.{ts,tsx}`, "*.test.ts"],
          exclude: ["**/*.{db,race,corpus}.test.ts"],
          // The properties take a minute on two free cores, and far more on busy ones.
          testTimeout: 300_000,
        },
      },
      {
        ...shared,
        test: {
          name: "pglite",
          include: [`${FOLDERS}/**/*.db.test.ts`],
          globalSetup: "db/testing/pglite-setup.ts",
          // Here and below: each file has a database of its own, and modules, which take longer to load than the tests
          // to run, are shared as in a server.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "postgres",
          include: [`${FOLDERS}/**/*.db.test.ts`],
          globalSetup: "db/testing/postgres-setup.ts",
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "neon",
          include: [`${FOLDERS}/**/*.db.test.ts`],
          globalSetup: "db/testing/neon-setup.ts",
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "races",
          include: [`${FOLDERS}/**/*.race.test.ts`],
          globalSetup: "db/testing/postgres-setup.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "icons",
          include: ["lib/icons/**/*.corpus.test.ts"],
          testTimeout: 30 * 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "api",
          include: ["e2e/api/**/*.test.ts"],
          globalSetup: "e2e/api/global-setup.ts",
          // One server answers all files: one after another, so that a race of one is not the load of another.
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
