import pg from "pg";

/**
 * Makes the database `name` on the server of `serverUrl` (the address of a database where its user may), a copy of
 * `template` when one is given, and answers its address.
 */
export async function createDatabase(serverUrl: string, name: string, template = "template1"): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const names = [name, template].map((part) => client.escapeIdentifier(part));
    // A file copy is quicker than replaying the template through the WAL, and tests need no such care.
    await client.query(`create database ${names[0]} template ${names[1]} strategy file_copy`);
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
