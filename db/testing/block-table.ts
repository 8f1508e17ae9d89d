import pg from "pg";

export interface Block {
  /** Lets the others go on. */
  release(): Promise<void>;
}

/** Lets nobody write to a table until released: for tests that need a server to stop at a certain point. */
export async function blockTable(databaseUrl: string, table: string): Promise<Block> {
  return hold(databaseUrl, `lock table ${pg.escapeIdentifier(table)} in share row exclusive mode`);
}

/** Lets nobody change one row of a table until released, as whoever is busy with it would. */
export async function blockRow(databaseUrl: string, table: string, id: string): Promise<Block> {
  return hold(databaseUrl, `select from ${pg.escapeIdentifier(table)} where id = ${pg.escapeLiteral(id)} for update`);
}

async function hold(databaseUrl: string, lock: string): Promise<Block> {
  const client = await connect(databaseUrl);
  await client.query("begin");
  await client.query(lock);
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
