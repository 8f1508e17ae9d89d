// Runs before `npm start`, `npm run dev` and `npm test`, on whatever Node the machine has (20 or newer) and before
// anything is installed: no dependencies, no TypeScript.
import { ensureBuilt } from "./ensure-built.mjs";
import { generateWidget } from "./generate-widget.mjs";
import { ensureInstalled, stampInstall } from "./install.mjs";

const options = process.argv.slice(2);

try {
  if (options.includes("--stamp")) stampInstall();
  else {
    await ensureInstalled();
    if (options.includes("--build")) await ensureBuilt();
    else await generateWidget();
  }
} catch (error) {
  console.error(`\nMilepost is not ready: ${error.message}`);
  process.exitCode = 1;
}
