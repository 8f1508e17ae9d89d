import type { Db, Tx } from "@/db/types";

const STATEMENTS = new Set<PropertyKey>(["$count", "delete", "execute", "insert", "select", "update"]);

/** A database or transaction that counts the statements sent through it. */
export function counting<T extends Db | Tx>(db: T): { db: T; count: () => number } {
  let sent = 0;
  const proxy = new Proxy(db, {
    get(target, property) {
      if (STATEMENTS.has(property)) sent++;
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { db: proxy, count: () => sent };
}
