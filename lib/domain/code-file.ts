/** What a column of a file of codes can hold. */
export const CODE_COLUMNS = [
  "rewardId",
  "memberExternalId",
  "milestone",
  "periodKey",
  "couponCode",
  "rewardExpiryAt",
] as const;
export type CodeColumn = (typeof CODE_COLUMNS)[number];

export const SEPARATORS = [",", ";", "\t"] as const;
export type Separator = (typeof SEPARATORS)[number];

/** How a file of codes is read. Positions of columns count from 0. */
export interface CodeFileLayout {
  separator: Separator;
  hasHeader: boolean;
  columns: Partial<Record<CodeColumn, number>>;
}

const LINES_LOOKED_AT = 20;

/** The separator of a file by its first lines: the one that most lines hold as often as the first does. */
export function guessSeparator(text: string): Separator {
  const unquoted = text.replace(/"[^"]*"/g, "");
  const lines = unquoted.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  const ranked = SEPARATORS.map((separator) => {
    const counts = lines.slice(0, LINES_LOOKED_AT).map((line) => line.split(separator).length - 1);
    const first = counts[0] ?? 0;
    return { separator, agreeing: first === 0 ? 0 : counts.filter((count) => count === first).length, first };
  }).sort((a, b) => b.agreeing - a.agreeing || b.first - a.first);
  return ranked[0]?.separator ?? ",";
}

/** Names of columns that people and other systems use, in lower case and without anything but letters and digits. */
const NAMES: Readonly<Record<CodeColumn, readonly string[]>> = {
  rewardId: ["rewardid", "id", "rewardlogid", "rewardlog"],
  memberExternalId: [
    "memberexternalid",
    "externalid",
    "memberid",
    "member",
    "customerid",
    "customer",
    "userid",
    "user",
  ],
  milestone: ["milestone", "milestonename", "milestoneid"],
  periodKey: ["periodkey", "period"],
  couponCode: ["couponcode", "code", "coupon", "vouchercode", "voucher", "discountcode", "promocode"],
  rewardExpiryAt: [
    "rewardexpiryat",
    "expiry",
    "expiryat",
    "expirydate",
    "expiresat",
    "expires",
    "validtill",
    "validuntil",
  ],
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DATE = /^\d{4}-\d{2}-\d{2}(T.*)?$/;

/**
 * Whether a file's first row names its columns, and what each holds. Without names it is told by what stands there: a
 * UUID is a reward's id, a date an expiry, and the one column that is left is the code. What is not plain stays open.
 */
export function guessColumns(firstRow: readonly string[]): Omit<CodeFileLayout, "separator"> {
  const names = firstRow.map((cell) => cell.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""));
  const named = CODE_COLUMNS.map((column) => {
    const wanted = NAMES[column].find((name) => names.includes(name));
    return [column, wanted === undefined ? -1 : names.indexOf(wanted)] as const;
  }).filter(([, position]) => position >= 0);
  if (named.length > 0) return { hasHeader: true, columns: Object.fromEntries(named) };

  const columns: CodeFileLayout["columns"] = {};
  const rest: number[] = [];
  for (const [position, cell] of firstRow.entries())
    if (UUID.test(cell) && columns.rewardId === undefined) columns.rewardId = position;
    else if (DATE.test(cell) && columns.rewardExpiryAt === undefined) columns.rewardExpiryAt = position;
    else if (cell !== "") rest.push(position);
  const [code, another] = rest;
  if (code !== undefined && another === undefined) columns.couponCode = code;
  return { hasHeader: false, columns };
}
