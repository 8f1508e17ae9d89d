import { expect, test } from "vitest";
import { scopesOfRole } from "@/lib/auth/roles";
import { SCOPES } from "@/lib/contracts/scopes";

const CONSOLE = ["codes:read", "texts:write", "team:write"];
const writes = (role: string) => scopesOfRole(role).filter((scope) => scope.endsWith(":write"));

test("an owner holds every scope", () => expect(scopesOfRole("owner")).toEqual([...SCOPES, ...CONSOLE]));

test.each([
  ["marketer", ["campaigns:write", "rewards:write", "members:write", "points:write", "texts:write"], true],
  ["translator", ["texts:write"], false],
  ["viewer", [], false],
  ["developer", ["activity:write", "keys:write"], true],
])("a %s changes %j and sees codes: %j", (role, changes, codes) => {
  expect(writes(role)).toEqual(changes);
  expect(scopesOfRole(role).includes("codes:read")).toBe(codes);
  for (const scope of ["campaigns:read", "rewards:read", "members:read", "points:read"] as const)
    expect(scopesOfRole(role)).toContain(scope);
});

test("several roles add up, older ones stay good, an unknown one gives nothing", () => {
  expect(scopesOfRole("viewer, owner")).toEqual(scopesOfRole("owner"));
  expect(scopesOfRole("admin")).toEqual(scopesOfRole("owner"));
  expect(scopesOfRole("member")).toEqual(scopesOfRole("marketer"));
  expect(scopesOfRole("superuser")).toEqual([]);
  expect(scopesOfRole("constructor")).toEqual([]);
});
