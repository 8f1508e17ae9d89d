import { expect, test } from "vitest";
import { scopesOfRole } from "@/lib/auth/roles";
import { SCOPES } from "@/lib/contracts/scopes";

test("owners and admins hold every scope, members neither keys nor changes of members and points", () => {
  expect(scopesOfRole("owner")).toEqual(SCOPES);
  expect(scopesOfRole("admin")).toEqual(SCOPES);
  expect(scopesOfRole("member")).toEqual(
    SCOPES.filter((scope) => !["activity:write", "members:write", "points:write", "keys:write"].includes(scope)),
  );
});

test("several roles add up, an unknown one gives nothing", () => {
  expect(scopesOfRole("member, admin")).toEqual(SCOPES);
  expect(scopesOfRole("superuser")).toEqual([]);
  expect(scopesOfRole("constructor")).toEqual([]);
});
