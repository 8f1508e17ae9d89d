import { expect, it } from "vitest";
import { inviteState, isOwner, losesLastOwner, roleNamed } from "./team";

const TWO = [
  { userId: "a", role: "owner" },
  { userId: "b", role: "marketer, owner" },
  { userId: "c", role: "viewer" },
];
const ONE = [
  { userId: "a", role: "owner" },
  { userId: "c", role: "viewer" },
];

it.each([
  ["one of two goes", TWO, "a", null, false],
  ["one of two becomes a viewer", TWO, "b", "viewer", false],
  ["the last one goes", ONE, "a", null, true],
  ["the last one becomes a developer", ONE, "a", "developer", true],
  ["the last one stays an owner", ONE, "a", "owner", false],
  ["somebody else goes", ONE, "c", null, false],
  ["there was none before", [{ userId: "c", role: "viewer" }], "c", null, false],
] as const)("an organization loses its last owner, or not: %s", (_, people, userId, role, lost) =>
  expect(losesLastOwner(people, userId, role)).toBe(lost),
);

it("tells an owner's role from what only looks like one", () => {
  expect([isOwner("owner"), isOwner("viewer, owner"), isOwner("owners"), isOwner("")]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it.each([
  ["usable", {}, 9],
  ["expired", {}, 10],
  ["used", { acceptedAt: 5 }, 99],
  ["revoked", { revokedAt: 5 }, 99],
] as const)("an invite is %s", (state, facts, now) =>
  expect(inviteState({ expiresAt: 10, acceptedAt: null, revokedAt: null, ...facts }, now)).toBe(state),
);

it.each([
  ["viewer", "viewer"],
  ["viewer, owner", "owner"],
  ["admin", "owner"],
  ["member", "marketer"],
  ["constructor", null],
  ["", null],
])("the role %j is called %j", (role, name) => expect(roleNamed(role)).toBe(name));
