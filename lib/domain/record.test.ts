import { describe, expect, it } from "vitest";
import { progressIdentifier, rewardIdentifier } from "./record";

describe("identifiers", () => {
  it("of a reward name slug, record, member and period", () => {
    expect(rewardIdentifier("streak", "s1", "m1", "daily_2026-04-10")).toBe("streak:s1:m1:daily_2026-04-10");
    expect(rewardIdentifier("challenge", "c1", "m1", "all_time")).toBe("challenge:c1:m1:all_time");
  });

  it("of progress are shared by all runs of a parent and a member", () => {
    expect(progressIdentifier("s1", "m1")).toBe("s1:m1");
  });
});
