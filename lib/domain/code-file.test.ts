import { describe, expect, it } from "vitest";
import { guessColumns, guessSeparator } from "./code-file";

const ID = "0197c1a2-7b1e-7c3a-9f00-3b2d8a1c4e5f";

describe("the separator of a file", () => {
  it.each([
    [",", "id,code\n1,A\n2,B"],
    [";", "id;code;note\n1;A;a,b\n2;B;"],
    ["\t", "id\tcode\n1\tA, B"],
    [";", '"a,b,c";code\n"d,e";F'],
    [",", "CODE-1\nCODE-2"],
    [",", ""],
  ])("is %j", (separator, text) => expect(guessSeparator(text)).toBe(separator));
});

describe("the columns of a file", () => {
  it.each([
    [["Reward ID", "Coupon-Code", "Valid till"], true, { rewardId: 0, couponCode: 1, rewardExpiryAt: 2 }],
    [
      ["externalId", "milestone", "periodKey", "code"],
      true,
      { memberExternalId: 0, milestone: 1, periodKey: 2, couponCode: 3 },
    ],
    [["id", "createdAt", "couponCode", "rewardExpiryAt"], true, { rewardId: 0, couponCode: 2, rewardExpiryAt: 3 }],
    [["notes", "code"], true, { couponCode: 1 }],
    [["SAVE10"], false, { couponCode: 0 }],
    [[ID, "SAVE10"], false, { rewardId: 0, couponCode: 1 }],
    [["SAVE10", "2026-12-31"], false, { couponCode: 0, rewardExpiryAt: 1 }],
    // Which of the two is the code nobody can tell.
    [["ada", "SAVE10"], false, {}],
    [["constructor"], false, { couponCode: 0 }],
  ])("of %j", (firstRow, hasHeader, columns) => expect(guessColumns(firstRow)).toEqual({ hasHeader, columns }));
});
