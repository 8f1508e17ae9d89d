import { expect, it } from "vitest";
import { memberCreate } from "@/lib/contracts/member";
import { milestoneUpdate } from "@/lib/contracts/milestone";
import { AppError } from "@/lib/errors";
import { parse } from "./parse";

function refusal(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

it("points at each wrong field, missing and unknown ones too", () => {
  const { params } = refusal(() => parse(memberCreate, { email: "no", "sur/prise": 1 }));
  expect(params.errors).toEqual([
    { pointer: "/externalId", code: "required", message: "is required" },
    { pointer: "/email", code: "invalid_value", message: "must be an e-mail address" },
    { pointer: "/sur~1prise", code: "unknown_field", message: "is not a field of this record" },
  ]);
});

it("refuses metadata that nests too deep, without walking down", () => {
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level++) deep = [deep];
  const { params } = refusal(() => parse(memberCreate, { externalId: "ada", metadata: { deep } }));
  expect(params.errors).toMatchObject([{ pointer: "/metadata" }]);
});

it("answers much wrong input shortly", () => {
  const instruction = "{{}}".repeat(250_000);
  const long = refusal(() => parse(milestoneUpdate, { eudMilestoneRewardInstructionMessage: instruction }));
  expect(long.params.errors).toMatchObject([{ pointer: "/eudMilestoneRewardInstructionMessage" }]);
  const unknown = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`field${index}`, 1]));
  const many = refusal(() => parse(memberCreate, { externalId: "ada", ...unknown }));
  expect(many.params.errors).toHaveLength(50);
  expect(many.message.length).toBeLessThan(1000);
});

it("names the variable that was meant", () => {
  const { message } = refusal(() =>
    parse(milestoneUpdate, { eudMilestoneRewardInstructionMessage: "{{rewardValidTil}}" }),
  );
  expect(message).toContain("did you mean {{rewardValidTill}}?");
});
