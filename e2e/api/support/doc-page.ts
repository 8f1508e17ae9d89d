import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Stands for any characters in a stated answer. */
const ANYTHING = "…";
const FENCE = /^```(\S+) (run|answer)\n(.*?)^```$/gms;
const SEPARATOR = "\u001e";
const TIME_LIMIT_MS = 60_000;

export interface Step {
  script: string;
  /** What the page says that it prints; null when it says nothing. */
  answer: { language: string; text: string } | null;
}

/** The steps of a page: each block "```sh run", with the block "```json answer" or "```text answer" behind it. */
export function stepsOf(markdown: string): Step[] {
  const steps: Step[] = [];
  for (const [, language = "", role, text = ""] of markdown.matchAll(FENCE)) {
    const last = steps.at(-1);
    if (role === "run" && language === "sh") steps.push({ script: text, answer: null });
    else if (role === "answer" && last?.answer === null) last.answer = { language, text };
    else throw new Error(`a block \`\`\`${language} ${role} has no place here:\n${text}`);
  }
  return steps;
}

/** Runs the steps one after the other in one bash, so that later ones know the variables of earlier ones; what each printed. */
export async function runSteps(steps: Step[], env: Record<string, string>): Promise<string[]> {
  const script = steps.map((step) => `${step.script}\nprintf '${SEPARATOR}'\n`).join("");
  const options = { env: { ...process.env, ...env }, timeout: TIME_LIMIT_MS };
  const { stdout } = await promisify(execFile)("bash", ["-euo", "pipefail", "-c", script], options);
  return stdout.split(SEPARATOR).slice(0, -1);
}

/** The stated answer, with what was printed in the places that may hold anything: equal to it if the page is right. */
export function expectedOutput({ language, text }: NonNullable<Step["answer"]>, printed: string): string {
  if (language !== "json") return fillText(text.trim(), printed.trim());
  return JSON.stringify(fillJson(JSON.parse(text), JSON.parse(printed)), null, 2);
}

/** What was printed, in the form of `expectedOutput`. */
export function actualOutput({ language }: NonNullable<Step["answer"]>, printed: string): string {
  return language === "json" ? JSON.stringify(JSON.parse(printed), null, 2) : printed.trim();
}

function fillJson(stated: unknown, told: unknown): unknown {
  if (typeof stated === "string") return typeof told === "string" ? fillText(stated, told) : stated;
  if (Array.isArray(stated))
    return stated.map((item, at) => fillJson(item, Array.isArray(told) ? told[at] : undefined));
  if (typeof stated !== "object" || stated === null) return stated;
  const values = typeof told === "object" && told !== null ? (told as Record<string, unknown>) : {};
  return Object.fromEntries(Object.entries(stated).map(([key, value]) => [key, fillJson(value, values[key])]));
}

function fillText(stated: string, told: string): string {
  const pattern = stated.split(ANYTHING).map(escapePattern).join(".+");
  return new RegExp(`^${pattern}$`, "s").test(told) ? told : stated;
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
