import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { OWN_PATHS } from "./dispatch";
import { OPERATIONS } from "./operations/table";

const DOOR = 'export { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from "@/lib/http/next-adapter";\n';
/** Doors that are no REST operation: what better-auth answers itself, what the console reads and uploads, and the widget's. */
const OTHER_DOORS = [
  "app/api/auth/[...all]/route.ts",
  "app/data/[read]/route.ts",
  "app/data/codes/route.ts",
  "app/data/exports/[list]/route.ts",
  "app/data/preview/route.ts",
  "app/data/report-csv/route.ts",
  "app/data/texts/route.ts",
  "app/embed.js/route.ts",
  "app/widget/[programId]/route.ts",
  "app/widget/[programId]/celebrations/route.ts",
];
const CATCH_ALL = "[...path]";

const files = globSync("app/**/route.ts").filter((file) => !OTHER_DOORS.includes(file));
const segmentsOf = (file: string) => file.split("/").slice(1, -1);
const catchAlls = files.filter((file) => file.includes(CATCH_ALL));
const routes = files.filter((file) => !file.includes(CATCH_ALL));

/** Whether Next sends requests for an operation's path to a route; `[slug]` and `{id}` stand for any one segment. */
function serves(file: string, path: string): boolean {
  const [route, segments] = [segmentsOf(file), path.split("/").slice(1)];
  return (
    route.length === segments.length &&
    route.every((part, position) => part.startsWith("[") || part === segments[position])
  );
}

describe("the Next doors of the REST API", () => {
  it.each(files)("%s hands every method to the pipeline", (file) => {
    expect(readFileSync(file, "utf8")).toBe(DOOR);
  });

  it.each(OPERATIONS.map(({ method, path }) => [method, path] as const))("%s %s has a route", (_method, path) => {
    expect(routes.filter((file) => serves(file, path))).not.toEqual([]);
  });

  it.each(routes)("%s has an operation", (file) => {
    expect(OPERATIONS.filter(({ path }) => serves(file, path))).not.toEqual([]);
  });

  it("answer what is unknown below the API's own paths, and nothing else", () => {
    const prefixes = catchAlls.map((file) => `/${segmentsOf(file).slice(0, -1).join("/")}/`);
    expect(prefixes.sort()).toEqual([...OWN_PATHS].sort());
  });
});
