import { basename, dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ReplayFailure } from "./failure";

const USAGE = `npm run replay -- FILE.csv [--url http://localhost:3000] [--secret SECRET] [--batch 1000] [--name LABEL]

Sends recorded activity to a running Milepost: into a daily, a weekly and a monthly streak and two all-time challenges,
which it creates. The secret may come as MILEPOST_API_SECRET. See docs/replay.md.`;

const MAX_BATCH = 1000;

export interface ReplayOptions {
  file: string;
  url: string;
  secret: string;
  batch: number;
  /** What the campaigns are named after: another label makes campaigns of its own. */
  label: string;
}

/** @throws ReplayFailure that names the option */
export function readOptions(args: string[], env: Readonly<Record<string, string | undefined>>): ReplayOptions {
  const { values, positionals } = parse(args);
  const [file, ...others] = positionals;
  if (!file || others.length > 0) throw new ReplayFailure(`Name one CSV file.\n\n${USAGE}`);
  const secret = values.secret ?? env["MILEPOST_API_SECRET"];
  if (!secret) throw new ReplayFailure("Give the API secret that npm start printed: --secret or MILEPOST_API_SECRET.");
  const url = URL.parse(values.url);
  if (url?.protocol !== "http:" && url?.protocol !== "https:")
    throw new ReplayFailure(`--url must be an address such as http://localhost:3000, not ${values.url}.`);
  const batch = Number(values.batch);
  if (!Number.isInteger(batch) || batch < 1 || batch > MAX_BATCH)
    throw new ReplayFailure(`--batch must be a whole number from 1 to ${MAX_BATCH}, not ${values.batch}.`);
  // npm starts scripts in the repository's folder and tells where it was called.
  const path = resolve(env["INIT_CWD"] ?? ".", file);
  return { file: path, url: values.url, secret, batch, label: values.name ?? labelOf(path) };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        url: { type: "string", default: "http://localhost:3000" },
        secret: { type: "string" },
        batch: { type: "string", default: String(MAX_BATCH) },
        name: { type: "string" },
      },
    });
  } catch (error) {
    throw new ReplayFailure(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

/** Folder and file: recorded sets are often all called activity.csv. */
function labelOf(file: string): string {
  return `${basename(dirname(file))}/${basename(file, ".csv")}`;
}
