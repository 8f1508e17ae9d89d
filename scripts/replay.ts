// `npm run replay -- FILE.csv`: recorded activity into a running server, through its API. See docs/replay.md.
import { Api } from "./replay/api";
import { startCampaigns } from "./replay/campaigns";
import { ReplayFailure } from "./replay/failure";
import { readOptions } from "./replay/options";
import { ProgressBar } from "./replay/progress-bar";
import { readActivity } from "./replay/read-activity";
import { sendAll } from "./replay/send";
import { describeReplay, readStanding } from "./replay/summary";

async function replay(): Promise<void> {
  const { file, url, secret, batch, label } = readOptions(process.argv.slice(2), process.env);
  const events = await readActivity(file);
  const api = new Api(url, secret);
  const { programId, mode } = await api.greet();
  const campaigns = await startCampaigns(api, label);
  console.log(
    `${events.length} events of ${label} into ${campaigns.length} campaigns of the ${mode} program ${programId}`,
  );

  const bar = new ProgressBar(events.length * campaigns.length, process.stdout);
  const start = performance.now();
  const sent = await sendAll(api, campaigns, events, { batch, onProgress: (logs) => bar.add(logs) });
  const seconds = (performance.now() - start) / 1000;
  const members = new Set(events.map(({ user }) => user)).size;
  const standing = await readStanding(api, campaigns);
  console.log(["", ...describeReplay(events.length, members, sent, standing, seconds)].join("\n"));
}

try {
  await replay();
} catch (error) {
  console.error(error instanceof ReplayFailure ? error.message : error);
  process.exitCode = 1;
}
