import { AsyncLocalStorage } from "node:async_hooks";
import type { Db, Tx } from "./types";

const GUARD = Symbol.for("milepost.transaction");
const shared = globalThis as { [GUARD]?: AsyncLocalStorage<true> };
shared[GUARD] ??= new AsyncLocalStorage<true>();
const inside = shared[GUARD];

const QUERY_METHODS = new Set<PropertyKey>([
  "$count",
  "select",
  "selectDistinct",
  "selectDistinctOn",
  "insert",
  "update",
  "delete",
  "execute",
  "with",
  "transaction",
]);

/**
 * A database that refuses to be asked inside a transaction of its own: with PGlite's single connection the outer
 * database would wait for ever, so the mistake is made loud on every driver.
 */
export function guarded(db: Db): Db {
  return new Proxy(db, {
    get(target, property) {
      if (QUERY_METHODS.has(property) && inside.getStore())
        throw new Error(`db.${String(property)} was called inside a transaction: use tx`);
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

const ROOTS = Symbol.for("milepost.transaction-roots");
const known = globalThis as { [ROOTS]?: WeakMap<Db, Db> };
known[ROOTS] ??= new WeakMap();
const roots = known[ROOTS];

/**
 * Runs `work` in one transaction: all of it, or nothing. On a `Tx` it is a savepoint of it, so that a service can be
 * handed a transaction as its database.
 */
export function transaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction((tx) => {
    roots.set(tx, rootOf(db));
    return inside.run(true, () => work(tx));
  });
}

/** The database that a transaction is on; itself for one that is none. */
export function rootOf(db: Db): Db {
  return roots.get(db) ?? db;
}
