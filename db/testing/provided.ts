/** What a project's global setup tells its test files: which driver they run on, and where. */
export type TestDatabaseSource =
  | { driver: "pglite"; snapshot: string }
  | { driver: "postgres"; url: string; template: string }
  | { driver: "neon"; url: string; template: string; bridge: string };

declare module "vitest" {
  interface ProvidedContext {
    testDatabase: TestDatabaseSource;
  }
}
