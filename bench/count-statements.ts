import { connect, createServer, type Socket } from "node:net";

const QUERY = 0x51;
const EXECUTE = 0x45;
const HEADER_BYTES = 5;

export interface StatementCounter {
  /** The database's address, by way of the counter. */
  url: string;
  /** Statements since the last call. */
  take(): number;
  close(): Promise<void>;
}

/**
 * Stands between a server and its PostgreSQL and counts the statements that pass: messages of the simple protocol and
 * executions of the extended one, transaction control included.
 */
export async function countStatements(databaseUrl: string): Promise<StatementCounter> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let statements = 0;
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    const read = messageReader((type) => {
      if (type === QUERY || type === EXECUTE) statements += 1;
    });
    client.on("data", (chunk) => {
      read(chunk);
      database.write(chunk);
    });
    database.on("data", (chunk) => client.write(chunk));
    for (const [socket, other] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => other.destroy());
      socket.on("close", () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the counter has no port");
  const url = new URL(databaseUrl);
  url.port = String(address.port);
  return {
    url: url.href,
    take: () => {
      const taken = statements;
      statements = 0;
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Hears of each message that a client sends by its type. The first one, which starts the session, has none. */
function messageReader(onMessage: (type: number) => void): (chunk: Buffer) => void {
  let pending: Buffer = Buffer.alloc(0);
  let started = false;
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length >= HEADER_BYTES) {
      const length = started ? 1 + pending.readUInt32BE(1) : pending.readUInt32BE(0);
      if (pending.length < length) return;
      if (started) onMessage(pending[0] ?? 0);
      started = true;
      pending = pending.subarray(length);
    }
  };
}
