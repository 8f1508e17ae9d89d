import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { failedRowsWriter } from "./failed-rows-csv";
import { FailedRowsStore } from "./failed-rows-store";
import { type RowResult, rowProblem } from "./row-result";

const failed = (...cells: string[]): RowResult => ({
  line: 2,
  cells,
  outcome: "failed",
  rewardId: null,
  problems: [rowProblem("code_missing")],
});

describe("failed rows on disk", () => {
  let folder: string;
  let store: FailedRowsStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "milepost-failed-"));
    store = new FailedRowsStore(folder);
  });
  afterEach(async () => {
    store.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("come back in order, whatever stands in their cells", async () => {
    const rows = [failed("a\u2028b"), failed("a\u2029b", "ü"), failed("a\nb\r\u0085c")];
    store.add([...rows, { ...failed("x", "y", "z"), outcome: "changed" }]);
    const read = [];
    for await (const batch of store.batches()) read.push(...batch);
    expect(read).toEqual(rows);
    expect(store.width).toBe(2);
  });

  it("can be left half-way, and read again from the beginning", async () => {
    store.add(Array.from({ length: 20_000 }, (_, position) => failed(`r${position}`)));
    for (let round = 0; round < 3; round++)
      for await (const [first] of store.batches()) {
        expect(first?.cells).toEqual(["r0"]);
        break;
      }
    let rows = 0;
    for await (const batch of store.batches()) rows += batch.length;
    expect(rows).toBe(20_000);
  });
});

describe("failed rows as a file", () => {
  const lines = (header: string[], ...rows: string[][]) => {
    const width = Math.max(...rows.map((cells) => cells.length));
    const write = failedRowsWriter({ separator: ",", header, width, reasonOf: () => "why" });
    return write(rows.map((cells) => failed(...cells)))
      .slice(1)
      .trimEnd()
      .split("\r\n");
  };

  it("keep a column of the shop's own that is called reason, and the cells of a row that is too wide", () => {
    expect(lines(["id", "code", "reason"], ["1", "A", "late"], ["2", "B", "late", "more"])).toEqual([
      "id,code,reason,,import reason",
      "1,A,late,,why",
      "2,B,late,more,why",
    ]);
  });

  it("have one reason each, however often they went through this", () => {
    expect(lines(["id", "code", "import reason"], ["1", "A", "old"], ["2"])).toEqual([
      "id,code,import reason",
      "1,A,why",
      "2,,why",
    ]);
    expect(lines(["id", "code", "import reason"], ["1", "A", "old"], ["2", "B", "C", "old"])).toEqual([
      "id,code,,,import reason",
      "1,A,,,why",
      "2,B,C,old,why",
    ]);
  });
});
