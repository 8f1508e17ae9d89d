import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { ReplayFailure } from "./failure";
import { readOptions } from "./options";

const env = { MILEPOST_API_SECRET: "from-env" };

describe("the options of a replay", () => {
  it("have defaults, and name campaigns after folder and file", () => {
    expect(readOptions(["/data/drizzle-orm/activity.csv"], env)).toEqual({
      file: "/data/drizzle-orm/activity.csv",
      url: "http://localhost:3000",
      secret: "from-env",
      batch: 1000,
      label: "drizzle-orm/activity",
    });
  });

  it("are taken as given; the file is looked for where npm was called", () => {
    const args = ["sets/a.csv", "--url", "https://x.example", "--secret", "own", "--batch", "10", "--name", "mine"];
    expect(readOptions(args, { ...env, INIT_CWD: "/home/ada" })).toEqual({
      file: resolve("/home/ada/sets/a.csv"),
      url: "https://x.example",
      secret: "own",
      batch: 10,
      label: "mine",
    });
  });

  it.each<[string[], string]>([
    [[], "Name one CSV file"],
    [["a.csv", "b.csv"], "Name one CSV file"],
    [["a.csv", "--url", "localhost:3000"], "--url"],
    [["a.csv", "--batch", "1001"], "--batch"],
    [["a.csv", "--batch", "many"], "--batch"],
    [["a.csv", "--speed", "9"], "--speed"],
  ])("%j is refused", (args, told) => {
    expect(() => readOptions(args, env)).toThrow(ReplayFailure);
    expect(() => readOptions(args, env)).toThrow(told);
  });

  it("need a secret", () => {
    expect(() => readOptions(["a.csv"], {})).toThrow("MILEPOST_API_SECRET");
  });
});
