import { describe, expect, it } from "vitest";
import {
  decideRewardPatch,
  type RewardFields,
  type RewardRefusal,
  type RewardState,
  rewardState,
} from "./reward-state";

const NOW = Date.parse("2026-04-10T12:00:00Z");
const HOUR = 3_600_000;
const [BEFORE, AFTER] = [NOW - HOUR, NOW + HOUR];

const PENDING: RewardFields = { couponCode: null, rewardIssuedAt: null, rewardExpiryAt: null, rewardRedeemedAt: null };
const ISSUED: RewardFields = { ...PENDING, couponCode: "SAVE10", rewardIssuedAt: BEFORE };
const REDEEMED: RewardFields = { ...ISSUED, rewardExpiryAt: AFTER, rewardRedeemedAt: NOW };

describe("the state of a reward", () => {
  const at = (issued: number | null, expiry: number | null, redeemed: number | null) => ({
    rewardIssuedAt: issued,
    rewardExpiryAt: expiry,
    rewardRedeemedAt: redeemed,
  });
  it.each<[string, ReturnType<typeof at>, RewardState]>([
    ["nothing is set", at(null, null, null), "pending"],
    ["it only has an expiry to come", at(null, AFTER, null), "pending"],
    ["it is issued", at(BEFORE, null, null), "issued"],
    ["it is issued and its expiry is to come", at(BEFORE, AFTER, null), "issued"],
    ["its expiry is now", at(BEFORE, NOW, null), "issued"],
    ["its expiry is a millisecond past", at(BEFORE, NOW - 1, null), "expired"],
    ["it expired without having been issued", at(null, BEFORE, null), "expired"],
    ["it is redeemed", at(BEFORE, null, NOW), "redeemed"],
    ["it is redeemed and its expiry is past", at(BEFORE - HOUR, BEFORE, BEFORE - 1), "redeemed"],
  ])("when %s", (_, fields, state) => {
    expect(rewardState(fields, NOW)).toBe(state);
  });
});

describe("a patch of a reward", () => {
  it.each<[string, RewardFields, Partial<RewardFields>, Partial<RewardFields>]>([
    ["a code stamps the issue", PENDING, { couponCode: "A" }, { couponCode: "A", rewardIssuedAt: NOW }],
    [
      "a code with an issue takes that",
      PENDING,
      { couponCode: "A", rewardIssuedAt: BEFORE },
      { rewardIssuedAt: BEFORE },
    ],
    [
      "a code with a null issue is not issued yet",
      PENDING,
      { couponCode: "A", rewardIssuedAt: null },
      { rewardIssuedAt: null },
    ],
    ["another code keeps the issue", ISSUED, { couponCode: "B" }, { couponCode: "B", rewardIssuedAt: BEFORE }],
    ["no code clears the issue", ISSUED, { couponCode: null }, { couponCode: null, rewardIssuedAt: null }],
    [
      "no code with an issue keeps that",
      ISSUED,
      { couponCode: null, rewardIssuedAt: NOW },
      { couponCode: null, rewardIssuedAt: NOW },
    ],
    ["an issue needs no code", PENDING, { rewardIssuedAt: NOW }, { couponCode: null, rewardIssuedAt: NOW }],
    [
      "an undefined field is not given",
      ISSUED,
      { couponCode: undefined, rewardExpiryAt: AFTER },
      { couponCode: "SAVE10", rewardExpiryAt: AFTER },
    ],
    ["an expiry may come before any issue", PENDING, { rewardExpiryAt: BEFORE }, { rewardExpiryAt: BEFORE }],
    ["an expiry just after the issue", ISSUED, { rewardExpiryAt: BEFORE + 1 }, { rewardExpiryAt: BEFORE + 1 }],
    ["an expiry taken away", { ...ISSUED, rewardExpiryAt: AFTER }, { rewardExpiryAt: null }, { rewardExpiryAt: null }],
    ["redeemed at the moment of issue", ISSUED, { rewardRedeemedAt: BEFORE }, { rewardRedeemedAt: BEFORE }],
    [
      "redeemed at the moment of expiry",
      { ...ISSUED, rewardExpiryAt: NOW },
      { rewardRedeemedAt: NOW },
      { rewardRedeemedAt: NOW },
    ],
    [
      "a code and its redemption at once",
      PENDING,
      { couponCode: "A", rewardRedeemedAt: NOW },
      { rewardIssuedAt: NOW, rewardRedeemedAt: NOW },
    ],
    ["a redemption taken back", REDEEMED, { rewardRedeemedAt: null }, { ...REDEEMED, rewardRedeemedAt: null }],
    ["a redeemed one with what it has", REDEEMED, { couponCode: "SAVE10", rewardRedeemedAt: NOW }, REDEEMED],
    ["nothing at all", REDEEMED, {}, REDEEMED],
  ])("allows: %s", (_, current, patch, expected) => {
    expect(decideRewardPatch(current, patch, NOW)).toEqual({ fields: expect.objectContaining(expected) });
  });

  const invalid = (field: keyof RewardFields, reason: string) => ({ code: "invalid", field, reason }) as RewardRefusal;
  it.each<[string, RewardFields, Partial<RewardFields>, RewardRefusal]>([
    ["an expiry at the issue", ISSUED, { rewardExpiryAt: BEFORE }, invalid("rewardExpiryAt", "expiry_not_after_issue")],
    [
      "an expiry before the issue",
      ISSUED,
      { rewardExpiryAt: BEFORE - 1 },
      invalid("rewardExpiryAt", "expiry_not_after_issue"),
    ],
    [
      "a code stamped after the expiry",
      { ...PENDING, rewardExpiryAt: BEFORE },
      { couponCode: "A" },
      invalid("rewardExpiryAt", "expiry_not_after_issue"),
    ],
    [
      "redeemed before the issue",
      ISSUED,
      { rewardRedeemedAt: BEFORE - 1 },
      invalid("rewardRedeemedAt", "redemption_before_issue"),
    ],
    [
      "redeemed after the expiry",
      { ...ISSUED, rewardExpiryAt: NOW },
      { rewardRedeemedAt: NOW + 1 },
      invalid("rewardRedeemedAt", "redemption_after_expiry"),
    ],
    ["a pending one redeemed", PENDING, { rewardRedeemedAt: NOW }, { code: "not_issued" }],
    [
      "its code cleared and redeemed at once",
      ISSUED,
      { couponCode: null, rewardRedeemedAt: NOW },
      { code: "not_issued" },
    ],
    ["another code on a redeemed one", REDEEMED, { couponCode: "B" }, { code: "redeemed" }],
    ["a redeemed one redeemed at another time", REDEEMED, { rewardRedeemedAt: NOW - 1 }, { code: "redeemed" }],
    ["another expiry for a redeemed one", REDEEMED, { rewardExpiryAt: null }, { code: "redeemed" }],
    [
      "a redemption taken back with another code",
      REDEEMED,
      { rewardRedeemedAt: null, couponCode: "B" },
      { code: "redeemed" },
    ],
  ])("refuses: %s", (_, current, patch, refusal) => {
    expect(decideRewardPatch(current, patch, NOW)).toEqual({ refusal });
  });

  it("leaves what it was given as it is", () => {
    const current = Object.freeze({ ...PENDING });
    decideRewardPatch(current, Object.freeze({ couponCode: "A" }), NOW);
    expect(current).toEqual(PENDING);
  });
});
