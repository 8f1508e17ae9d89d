import { readFile } from "node:fs/promises";
import { CsvError, parse } from "csv-parse/sync";
import { ReplayFailure } from "./failure";

/** One event of an activity file, in the order in which it arrived. */
export interface ActivityEvent {
  user: string;
  activityAt: string;
  uniqueIdentifier: string;
  filesChanged: number;
}

const REQUIRED = ["user", "activityAt", "uniqueIdentifier", "filesChanged"] as const;
type Column = (typeof REQUIRED)[number];

const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const MAX_TEXT = 256;
/** Ten times the largest amount that the API takes. */
const MAX_FILES = 1e13;

const CHECKS: Record<Column, { holds(value: string): boolean; must: string }> = {
  user: { holds: isText, must: `must be 1 to ${MAX_TEXT} characters` },
  activityAt: {
    holds: (value) => WITH_OFFSET.test(value) && !Number.isNaN(Date.parse(value)),
    must: "must be a date and time with offset, such as 2026-04-10T21:15:38+02:00",
  },
  uniqueIdentifier: { holds: isText, must: `must be 1 to ${MAX_TEXT} characters` },
  filesChanged: {
    holds: (value) => /^\d+$/.test(value) && Number(value) <= MAX_FILES,
    must: "must be a whole number, 0 or more",
  },
};

/**
 * Reads an activity CSV: a header line, then an event a line, in order of arrival. Columns that a replay does not need
 * are passed over.
 * @throws ReplayFailure that names the line and the column
 */
export async function readActivity(path: string): Promise<ActivityEvent[]> {
  const content = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new ReplayFailure(`${path} cannot be read: ${error.code === "ENOENT" ? "no such file" : error.message}.`);
  });
  const [header, ...rows] = records(path, content);
  if (!header) throw new ReplayFailure(`${path} is empty: its first line must name the columns.`);
  const missing = REQUIRED.filter((column) => !header.values.includes(column));
  if (missing.length > 0)
    throw new ReplayFailure(`${path}, line ${header.line}: column ${missing.join(", ")} is missing from the header.`);
  const positions = Object.fromEntries(REQUIRED.map((column) => [column, header.values.indexOf(column)]));

  const events = rows.map(({ line, values }): ActivityEvent => {
    const field = (column: Column): string => {
      const value = values[positions[column] ?? -1] ?? "";
      const { holds, must } = CHECKS[column];
      if (!holds(value))
        throw new ReplayFailure(`${path}, line ${line}, column ${column}: ${JSON.stringify(value)} ${must}.`);
      return value;
    };
    return {
      user: field("user"),
      activityAt: field("activityAt"),
      uniqueIdentifier: field("uniqueIdentifier"),
      filesChanged: Number(field("filesChanged")),
    };
  });
  if (events.length === 0) throw new ReplayFailure(`${path} names columns and holds no event.`);
  refuseRepeats(path, events, rows);
  return events;
}

interface Row {
  line: number;
  values: string[];
}

function records(path: string, content: string): Row[] {
  try {
    const parsed: unknown = parse(content, {
      bom: true,
      info: true,
      skip_empty_lines: true,
    });
    // The package's types do not know what `info` makes of a record.
    const records = parsed as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, values: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ReplayFailure(`${path} is no proper CSV: ${error.message}.`);
  }
}

/** A log's identifier counts once per parent, so an event that bears another's would be lost in silence. */
function refuseRepeats(path: string, events: ActivityEvent[], rows: Row[]): void {
  const seen = new Map<string, number>();
  for (const [position, { uniqueIdentifier }] of events.entries()) {
    const line = rows[position]?.line ?? 0;
    const before = seen.get(uniqueIdentifier);
    if (before !== undefined)
      throw new ReplayFailure(
        `${path}, line ${line}, column uniqueIdentifier: ${JSON.stringify(uniqueIdentifier)} is on line ${before} already.`,
      );
    seen.set(uniqueIdentifier, line);
  }
}

function isText(value: string): boolean {
  return value.length > 0 && [...value].length <= MAX_TEXT && value.isWellFormed() && !value.includes("\0");
}
