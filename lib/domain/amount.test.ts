import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Amount,
  type AmountProblem,
  amountFromNumber,
  amountFromText,
  amountOf,
  amountToText,
  MAX_AMOUNT,
  ONE,
} from "./amount";

function amount(value: number): Amount {
  const read = amountFromNumber(value);
  if (typeof read === "string") throw new Error(`${value} is no amount: ${read}`);
  return read;
}

describe("amounts from numbers", () => {
  it.each([
    [0, "0"],
    [-0, "0"],
    [1, "1"],
    [0.1, "0.1"],
    [12.5, "12.5"],
    [100, "100"],
    [0.000001, "0.000001"],
    [1e-6, "0.000001"],
    [0.123456, "0.123456"],
    [123456789.123456, "123456789.123456"],
    [999999999999.999, "999999999999.999"],
    [1e12, "1000000000000"],
    [-1e12, "-1000000000000"],
    [-0.000001, "-0.000001"],
    [1.1e3, "1100"],
  ])("reads %d as %s", (value, text) => {
    expect(amountToText(amount(value))).toBe(text);
  });

  it.each<[number, AmountProblem]>([
    [Number.NaN, "not_finite"],
    [Number.POSITIVE_INFINITY, "not_finite"],
    [Number.NEGATIVE_INFINITY, "not_finite"],
    [1e12 + 1, "too_large"],
    [1000000000000.5, "too_large"],
    [-1e12 - 1, "too_large"],
    [Number.MAX_VALUE, "too_large"],
    [1e-7, "too_many_fraction_digits"],
    [0.1234567, "too_many_fraction_digits"],
    [Number.MIN_VALUE, "too_many_fraction_digits"],
    [999999999999.9999, "too_many_digits"],
    [1234567890.123456, "too_many_digits"],
    [0.1 + 0.2, "too_many_digits"],
  ])("refuses %d: %s", (value, problem) => {
    expect(amountFromNumber(value)).toBe(problem);
  });

  it("says of any decimal of 15 digits exactly what its digits say", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 999_999_999_999_999n }),
        fc.integer({ min: 3, max: 6 }),
        (digits, places) => {
          const text = amountToText(digits * 10n ** BigInt(6 - places));
          expect(amountToText(amount(Number(text)))).toBe(text);
        },
      ),
    );
  });
});

describe("sums", () => {
  it("reach 0.3 by 0.1 + 0.2", () => {
    expect(amount(0.1) + amount(0.2)).toBe(amount(0.3));
  });

  it("stay exact over a million logs of 0.1", () => {
    let sum = 0n;
    for (let log = 0; log < 1_000_000; log++) sum += amount(0.1);
    expect(amountToText(sum)).toBe("100000");
  });

  it("may be longer than any amount that is sent", () => {
    const sum = 10_000n * MAX_AMOUNT + amount(0.000001);
    expect(amountToText(sum)).toBe("10000000000000000.000001");
    expect(amountFromText(amountToText(sum))).toBe(sum);
    expect(sum - 10_000n * amount(1e12)).toBe(amount(0.000001));
  });

  it("count whole things", () => {
    expect(amountOf(3)).toBe(3n * ONE);
    expect(amountOf(0)).toBe(0n);
  });
});

describe("amounts as text", () => {
  it.each([
    ["12.5", "12.5"],
    ["3", "3"],
    ["3.000000", "3"],
    ["0.1000000000", "0.1"],
    ["-0.000001", "-0.000001"],
    ["007", "7"],
  ])("reads %s as %s", (text, shortest) => {
    expect(amountToText(amountFromText(text))).toBe(shortest);
  });

  it.each(["", " 1", "1e5", ".5", "5.", "1.0000001", "0x10", "1,5", "NaN", "+1", "--1"])("refuses %j", (text) => {
    expect(() => amountFromText(text)).toThrow(TypeError);
  });

  it("comes back as it went", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
        (value) => amountFromText(amountToText(value)) === value,
      ),
    );
  });
});
