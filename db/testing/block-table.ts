import pg from "pg";

export interface TableBlock {
  /** Lets the others go on. */
  release(): Promise<void>;
}

/** Lets nobody write to a table until released: for tests that need a server to stop at a certain point. */
export async function blockTable(databaseUrl: string, table: string): Promise<TableBlock> {
  const client = await connect(databaseUrl);
  await client.query("begin");
  await client.query(`lock table ${client.escapeIdentifier(table)} in share row exclusive mode`);
  let ended: Promise<void> | undefined;
  return {
    release: () => {
      ended ??= client.end();
      return ended;
    },
  };
}

/** Resolves once somebody waits for a blocked table. */
export async function untilWaiting(databaseUrl: string, table: string, pause: () => Promise<unknown>): Promise<void> {
  const client = await connect(databaseUrl);
  const waiting = "select 1 from pg_locks where not granted and relation = $1::regclass";
  while ((await client.query(waiting, [table])).rowCount === 0) await pause();
  await client.end();
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return client;
}
