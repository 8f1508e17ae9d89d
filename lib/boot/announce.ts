import { getEnv } from "@/lib/env";
import type { BootReport } from "./boot";

/** Tells the operator where to click. Secrets are told once, when they are made. */
export function announce(report: BootReport, port: number): void {
  const url = getEnv().PUBLIC_URL?.replace(/\/$/, "") ?? `http://localhost:${port}`;
  const lines = [
    "",
    "  Milepost is ready.",
    "",
    `  Console   ${url}/`,
    `  Widget    ${url}/widget/${report.programId}`,
    `  API       ${url}/api/whoami`,
  ];
  if (report.setupToken)
    lines.push("", "  Create the owner's account (this link works once):", `  ${url}/setup?token=${report.setupToken}`);
  if (report.apiSecret) lines.push("", "  Your first API secret (shown once, keep it):", `  ${report.apiSecret}`);
  console.log(`${lines.join("\n")}\n`);
}
