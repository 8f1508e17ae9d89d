import { describe, expect, it } from "vitest";
import type { Separator } from "@/lib/domain/code-file";
import { readCsv } from "./read-csv";

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The records of a file, read in pieces of one byte, of three and as a whole, which must come to the same. */
async function read(bytes: Uint8Array, separator: Separator = ",") {
  const ways = await Promise.all(
    [1, 3, 1 << 20].map(async (size) => {
      const records = [];
      for await (const { line, cells, broken } of readCsv(pieces(bytes, size), separator))
        records.push(broken ? [line, "broken"] : [line, ...cells]);
      return records;
    }),
  );
  expect(ways[1]).toEqual(ways[0]);
  expect(ways[2]).toEqual(ways[0]);
  return ways[0];
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("a CSV file", () => {
  it.each([
    ["line feeds", "\n"],
    ["carriage returns and line feeds", "\r\n"],
    ["carriage returns", "\r"],
  ])("with %s, quoted newlines and empty lines is read, its lines counted", async (_, end) => {
    const text = ["a,b", `"x${end}y",2`, "", " , ", '" q ",""""', "last"].join(end);
    expect(await read(utf8(text))).toEqual([
      [1, "a", "b"],
      [2, "x\ny", "2"],
      [6, "q", '"'],
      [7, "last"],
    ]);
  });

  it("begins behind a byte order mark, in UTF-8 and in UTF-16", async () => {
    const expected = [[1, "Grüße", "a"]];
    expect(await read(utf8("\uFEFFGrüße;a\n"), ";")).toEqual(expected);
    const utf16 = new Uint8Array(Buffer.from("\uFEFFGrüße\ta\r\n", "utf16le"));
    const records = [];
    for await (const { line, cells } of readCsv(pieces(utf16, 1 << 20), "\t")) records.push([line, ...cells]);
    expect(records).toEqual(expected);
  });

  it("whose quote is never closed is read up to there", async () => {
    expect(await read(utf8('a,1\nb,2\n"c,3\nd,4\n'))).toEqual([
      [1, "a", "1"],
      [2, "b", "2"],
      [3, "broken"],
    ]);
    expect(await read(utf8(`a,1\n"${"x".repeat(70_000)}`))).toEqual([
      [1, "a", "1"],
      [2, "broken"],
    ]);
  });

  it("keeps a quote in the middle of a cell, and drops the one that an export put before a formula", async () => {
    expect(await read(utf8("5\" off,'=1+1,'tis\n"))).toEqual([[1, '5" off', "=1+1", "'tis"]]);
  });
});
