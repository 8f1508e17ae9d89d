import { describe, expect, it } from "vitest";
import { decideCode } from "./code-row";

const NOW = Date.UTC(2026, 3, 20);
const DAY = 86_400_000;
const PENDING = { couponCode: null, rewardIssuedAt: null, rewardExpiryAt: null, rewardRedeemedAt: null };
const ISSUED = { ...PENDING, couponCode: "A", rewardIssuedAt: NOW - DAY };
const REDEEMED = { ...ISSUED, rewardRedeemedAt: NOW - 1 };
const STRICT = { shareCodes: false, replaceCodes: false };

describe("a code for a reward", () => {
  it.each([
    ["a pending one is issued now", PENDING, { couponCode: "A", rewardExpiryAt: null }, false, STRICT, "changed"],
    ["the same again", ISSUED, { couponCode: "A", rewardExpiryAt: null }, true, STRICT, "unchanged"],
    ["the same again, redeemed since", REDEEMED, { couponCode: "A", rewardExpiryAt: null }, false, STRICT, "unchanged"],
    ["another expiry", ISSUED, { couponCode: "A", rewardExpiryAt: NOW + DAY }, false, STRICT, "changed"],
    ["another code", ISSUED, { couponCode: "B", rewardExpiryAt: null }, false, STRICT, "has_other_code"],
    [
      "another code, which may replace it",
      ISSUED,
      { couponCode: "B", rewardExpiryAt: null },
      false,
      { ...STRICT, replaceCodes: true },
      "changed",
    ],
    [
      "another code, after it was redeemed",
      REDEEMED,
      { couponCode: "B", rewardExpiryAt: null },
      false,
      { ...STRICT, replaceCodes: true },
      "redeemed",
    ],
    ["a taken code", PENDING, { couponCode: "A", rewardExpiryAt: null }, true, STRICT, "code_taken"],
    [
      "a taken code that may be shared",
      PENDING,
      { couponCode: "A", rewardExpiryAt: null },
      true,
      { ...STRICT, shareCodes: true },
      "changed",
    ],
    [
      "one that is over already",
      PENDING,
      { couponCode: "A", rewardExpiryAt: NOW - 1 },
      false,
      STRICT,
      "expiry_not_after_issue",
    ],
  ])("%s", (_, current, given, taken, rules, outcome) => {
    const decision = decideCode(current, given, taken, rules, NOW);
    expect(decision.outcome === "failed" ? decision.code : decision.outcome).toBe(outcome);
    if (decision.outcome === "changed")
      expect(decision.fields).toEqual({
        ...current,
        couponCode: given.couponCode,
        rewardIssuedAt: current.rewardIssuedAt ?? NOW,
        rewardExpiryAt: given.rewardExpiryAt ?? current.rewardExpiryAt,
      });
  });
});
