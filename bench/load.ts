import { Agent, request } from "node:http";

export interface Target {
  baseUrl: string;
  secret: string;
}

export interface Rate {
  perSecond: number;
  /** Milliseconds from request to answer. */
  p50: number;
  p99: number;
}

/** Posts JSON (or patches), or gets where there is none, over a kept connection; throws when the answer is no success. */
export function sender({ baseUrl, secret }: Target, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return (path: string, body?: unknown, change: "POST" | "PATCH" = "POST"): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      const payload = body === undefined ? "" : JSON.stringify(body);
      const method = body === undefined ? "GET" : change;
      const headers = {
        "x-api-key": secret,
        "content-type": "application/json",
        "content-length": Buffer.byteLength(payload),
      };
      const sent = request(`${baseUrl}${path}`, { method, agent, headers }, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("end", () => {
          if (response.statusCode === 200 || response.statusCode === 201) resolve(JSON.parse(text));
          else reject(new Error(`${method} ${path} answered ${response.statusCode}: ${text.slice(0, 300)}`));
        });
      });
      sent.on("error", reject);
      sent.end(payload);
    });
}

/** Repeats `work` over so many connections for some time; `work` answers how many logs it brought in. */
export async function measure(connections: number, milliseconds: number, work: () => Promise<number>): Promise<Rate> {
  const start = performance.now();
  const latencies: number[] = [];
  let logs = 0;
  const worker = async () => {
    while (performance.now() - start < milliseconds) {
      const sentAt = performance.now();
      const taken = await work();
      logs += taken;
      latencies.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - start) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
  return { perSecond: logs / seconds, p50: at(0.5), p99: at(0.99) };
}
