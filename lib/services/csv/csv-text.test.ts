import fc from "fast-check";
import { expect, it } from "vitest";
import { csvText } from "./csv-text";
import { readCsv } from "./read-csv";

/** Looks as if an export had been at it, so reading takes the quote away. */
const DISARMED = /(^|[;\t\n]"*)'/;

async function read(text: string, separator: "," | ";" | "\t") {
  async function* once() {
    yield new TextEncoder().encode(text);
  }
  const rows: string[][] = [];
  for await (const { cells } of readCsv(once(), separator)) rows.push(cells);
  return rows;
}

it.each(["=1+1", "+1", "-1", "@a", "\t=1", "＝1"])("disarms %j", (cell) => {
  expect(csvText([[cell]]).replace(/^"/, "")).toMatch(/^'/);
});

it.each(["x;=1+1;y", "x\t@a", "x;+1", 'x;"=1+1;', "x\n=1+1;y", "x;＝1", "=a;-b"])(
  "disarms %j where a spreadsheet splits by another separator, and it comes back",
  async (cell) => {
    const text = csvText([[1, cell, "z"]]);
    // However it is split, and whatever becomes of the quotes.
    for (const seen of text.split(/[,;\t\r\n]/)) expect(seen).not.toMatch(/^"*[=+\-@＝]/);
    expect(await read(text, ",")).toEqual([["1", cell, "z"]]);
  },
);

it.each([",", ";", "\t"] as const)("quotes what others split by, separated by %j", (separator) => {
  const row = ["a;b", "a\tb", "a,b"];
  expect(csvText([row], { separator })).toBe(`"${row.join(`"${separator}"`)}"\r\n`);
});

it("comes back as it went out, whatever stands in it, but for spaces around it and the kind of line ends", async () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("a\nb", "a\r\nb", 'say "x"', "a,b;c\td", "=1+1", "-5", "a;=1", "a\n- b\n- c", ";-)", 'a\t"+1'),
  );
  const plain = (text: string) => text.replace(/\r\n?/g, "\n").trim();
  const readable = cell.map(plain).filter((text) => text !== "" && text.isWellFormed() && !DISARMED.test(text));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(readable, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(",", ";", "\t"),
      async (rows, separator) => {
        expect(await read(csvText(rows, { withMark: true, separator }), separator)).toEqual(rows);
      },
    ),
    { numRuns: 300 },
  );
});
