import { expect, test } from "vitest";
import { safeReturnTo } from "@/lib/auth/return-to";

test.each([
  ["/reward-logs?state=pending", "/reward-logs?state=pending"],
  ["/", "/"],
  [undefined, "/"],
  ["", "/"],
  ["reward-logs", "/"],
  ["//evil.example/path", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example/", "/"],
  ["/.//evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["javascript:alert(1)", "/"],
])("safeReturnTo(%j) is %j", (given, expected) => {
  expect(safeReturnTo(given)).toBe(expected);
});
