import { Agent, request } from "node:http";

/** What is asked for: a member's document by the form, or again by header and ETag. */
export interface Ask {
  path: string;
  token?: string;
  header?: string;
  etag?: string;
}

export interface Answer {
  /** Milliseconds from when the request was due to the first byte of its answer, sorted. */
  latencies: number[];
  perSecond: number;
  failures: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

function send(baseUrl: string, { path, token, header, etag }: Ask, due: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const body = token === undefined ? null : `token=${token}`;
    const sent = request(
      `${baseUrl}${path}`,
      {
        agent,
        method: body === null ? "GET" : "POST",
        headers: {
          "accept-encoding": "gzip",
          ...(body === null
            ? {}
            : { "content-type": "application/x-www-form-urlencoded", "content-length": body.length }),
          ...(header ? { "x-enduser-access-token": header, "if-none-match": etag ?? "" } : {}),
        },
      },
      (response) => {
        const latency = performance.now() - due;
        response.resume();
        response.on("end", () => {
          const { statusCode } = response;
          if (statusCode === (header ? 304 : 200)) resolve(latency);
          else reject(new Error(`${path} answered ${statusCode}`));
        });
      },
    );
    sent.on("error", reject);
    sent.end(body ?? undefined);
  });
}

/** Asks at a steady rate, whether or not answers have come: a slow one makes those behind it no rarer. */
export async function openLoop(
  baseUrl: string,
  ask: (turn: number) => Ask,
  perSecond: number,
  seconds: number,
): Promise<Answer> {
  const start = performance.now();
  const sent: Promise<number | null>[] = [];
  const total = perSecond * seconds;
  while (sent.length < total) {
    const due = start + (sent.length / perSecond) * 1000;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    sent.push(send(baseUrl, ask(sent.length), performance.now()).catch(() => null));
  }
  return summary(await Promise.all(sent), start);
}

/** Asks over so many connections, each as fast as it is answered. */
export async function closedLoop(
  baseUrl: string,
  ask: (turn: number) => Ask,
  connections: number,
  seconds: number,
): Promise<Answer> {
  const start = performance.now();
  const latencies: (number | null)[] = [];
  const worker = async () => {
    while (performance.now() - start < seconds * 1000)
      latencies.push(await send(baseUrl, ask(latencies.length), performance.now()).catch(() => null));
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return summary(latencies, start);
}

function summary(answers: (number | null)[], start: number): Answer {
  const latencies = answers.filter((latency) => latency !== null).sort((a, b) => a - b);
  const perSecond = latencies.length / ((performance.now() - start) / 1000);
  return { latencies, perSecond, failures: answers.length - latencies.length };
}

/** Of sorted numbers, the one below which that share lies. */
export function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0;
}
