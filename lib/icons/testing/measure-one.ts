import { readFileSync } from "node:fs";
import { cleanIcon } from "@/lib/icons/clean-icon";

// A program of its own: cleans one file, or none for an empty run, and prints what that took.
const [path] = process.argv.slice(2);
const before = process.cpuUsage();
const outcome = path === undefined ? "empty" : await clean(path);
const { user, system } = process.cpuUsage(before);
const peakKb = peakOfThisProcess();
process.stdout.write(JSON.stringify({ outcome, peakKb, cpuMs: (user + system) / 1000 }));

async function clean(file: string): Promise<string> {
  try {
    return (await cleanIcon(readFileSync(file))).contentType;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : `crash: ${error}`;
  }
}

/** A new process starts with its parent's peak in `maxRSS`, which would hide all that is less; Linux also has its own. */
function peakOfThisProcess(): number {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
}
