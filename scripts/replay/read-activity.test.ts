import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { CAMPAIGNS } from "./campaigns";
import { ReplayFailure } from "./failure";
import { readActivity } from "./read-activity";

const folder = mkdtempSync(join(tmpdir(), "milepost-replay-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADER = "arrival,user,activityAt,receivedAt,uniqueIdentifier,filesChanged,linesAdded,linesDeleted";
const GOOD = "1,ada,2026-04-10T21:15:38+02:00,2026-04-10T21:15:38+02:00,first,17,,";

function read(...lines: string[]) {
  const path = join(folder, "activity.csv");
  writeFileSync(path, lines.join("\n"));
  return readActivity(path);
}

describe("an activity file", () => {
  it("is read in its order, whatever that of its columns, quoted or not", async () => {
    const event = { user: "ada", activityAt: "2026-04-10T21:15:38+02:00", uniqueIdentifier: "first", filesChanged: 17 };
    expect(await read(HEADER, GOOD)).toEqual([event]);
    const turned = await read(
      '\ufefffilesChanged,"uniqueIdentifier",activityAt,user',
      '17,first,"2026-04-10T21:15:38+02:00",ada',
      "",
    );
    expect(turned).toEqual([event]);
  });

  it.each<[string, string[], string]>([
    ["nothing", [""], "is empty"],
    ["no events", [HEADER], "holds no event"],
    ["a missing column", ["user,activityAt,filesChanged"], "line 1: column uniqueIdentifier is missing"],
    ["no offset", [HEADER, GOOD, GOOD.replace("+02:00", "").replace("first", "b")], "line 3, column activityAt"],
    ["no date", [HEADER, GOOD.replace("2026-04-10", "yesterday")], "line 2, column activityAt"],
    ["no user", [HEADER, GOOD.replace("ada", "")], "line 2, column user"],
    ["a fraction", [HEADER, GOOD.replace(",17,", ",1.5,")], "line 2, column filesChanged"],
    ["an empty number", [HEADER, GOOD.replace(",17,", ",,")], "line 2, column filesChanged"],
    ["a repeat", [HEADER, GOOD, GOOD.replace("ada", "bob")], 'line 3, column uniqueIdentifier: "first" is on line 2'],
    ["too few fields", [HEADER, "1,ada"], "line 2"],
    ["an open quote", [HEADER, GOOD.replace("ada", '"ada')], "is no proper CSV"],
  ])("with %s is refused by line and column", async (_what, lines, told) => {
    const failure = await read(...lines).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ReplayFailure);
    expect(String(failure)).toContain(told);
  });

  it("that is not there is named", async () => {
    await expect(readActivity(join(folder, "none.csv"))).rejects.toThrow("no such file");
  });
});

it("an event's amount is exactly a tenth of its files", () => {
  const sum = CAMPAIGNS.find(({ kind }) => kind === "sum");
  const amount = (filesChanged: number) =>
    sum?.amountOf?.({ user: "ada", activityAt: "", uniqueIdentifier: "", filesChanged });
  for (let files = 0; files < 20_000; files++)
    expect(String(amount(files))).toBe(`${Math.floor(files / 10)}${files % 10 === 0 ? "" : `.${files % 10}`}`);
});
