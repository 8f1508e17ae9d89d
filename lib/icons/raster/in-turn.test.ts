import { expect, it } from "vitest";
import { inTurn } from "./in-turn";

it("works one after another in the order asked for, also after what failed", async () => {
  const seen: string[] = [];
  const work = (name: string) => () => {
    seen.push(`${name} starts`);
    return new Promise<string>((resolve, reject) => {
      setImmediate(() => {
        seen.push(`${name} ends`);
        if (name === "b") reject(new Error(name));
        else resolve(name);
      });
    });
  };
  const ended = await Promise.allSettled(["a", "b", "c"].map((name) => inTurn(work(name))));
  expect(ended.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(seen).toEqual(["a", "b", "c"].flatMap((name) => [`${name} starts`, `${name} ends`]));
});
