import fc from "fast-check";
import { expect, it } from "vitest";
import { csvText } from "./csv-text";
import { readCsv } from "./read-csv";

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

it("comes back as it went out, whatever stands in it, but for spaces around it and the kind of line ends", async () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("a\nb", "a\r\nb", 'say "x"', "a,b;c\td", "=1+1", "-5"),
  );
  const plain = (text: string) => text.replace(/\r\n?/g, "\n").trim();
  const readable = cell.map(plain).filter((text) => text !== "" && text.isWellFormed() && !text.startsWith("'"));
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
