import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import type { ProgramMode } from "@/lib/domain/record";

export interface IssuedKey {
  secret: string;
  mode: ProgramMode;
  scopes: readonly string[];
  revoked?: boolean;
}

/**
 * Gives the first pair of programs further keys: of the other program, with fewer scopes, revoked ones. For tests over
 * HTTP, where a server's settings make just one key, and only people can make others.
 * @returns the program of each key, in their order
 */
export async function issueKeys(databaseUrl: string, keys: readonly IssuedKey[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const programIds: string[] = [];
    for (const { secret, mode, scopes, revoked = false } of keys) {
      const { rows } = await client.query<{ program_id: string }>(
        `insert into api_key (program_id, id, name, prefix, hash, last_four, scopes, revoked_at, created_at, updated_at)
         select id, $1, 'A key of the tests', $2, $3, $4, $5, case when $6 then now() end, now(), now()
         from program where mode = $7 order by created_at limit 1
         returning program_id`,
        [randomUUID(), secret.slice(0, 11), sha256(secret), secret.slice(-4), [...scopes], revoked, mode],
      );
      const [row] = rows;
      if (!row) throw new Error(`there is no ${mode} program to issue a key for`);
      programIds.push(row.program_id);
    }
    return programIds;
  } finally {
    await client.end();
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
