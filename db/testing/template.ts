import { openDatabase, type ServerDriver } from "@/db/client";
import { createDatabase } from "./create-database";

/** Makes a database and migrates it by this driver: each test file takes a copy. Answers its name. */
export async function createTemplate(serverUrl: string, driver: ServerDriver): Promise<string> {
  const template = "milepost_template";
  const url = await createDatabase(serverUrl, template);
  const migrated = await openDatabase({ url, driver, dataDir: "memory://", poolSize: 1 });
  // PostgreSQL copies no database that anybody is connected to.
  await migrated.close();
  return template;
}
