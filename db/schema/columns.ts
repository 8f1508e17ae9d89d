import { customType, jsonb, uuid } from "drizzle-orm/pg-core";
import { type Amount, amountFromText, amountToText } from "@/lib/domain/amount";
import type { EpochMs } from "@/lib/domain/period";
import type { Translations } from "@/lib/domain/translations";

/** A timestamp with zone, kept to the millisecond: epoch milliseconds in code. */
export const instant = customType<{ data: EpochMs; driverData: string | Date }>({
  dataType: () => "timestamp(3) with time zone",
  toDriver: (at) => new Date(at).toISOString(),
  fromDriver: (value) => new Date(value).getTime(),
});

/** An exact decimal with six fraction digits; sums may be far longer than one amount. */
export const amount = customType<{ data: Amount; driverData: string }>({
  dataType: () => "numeric(40, 6)",
  toDriver: amountToText,
  fromDriver: amountFromText,
});

/** Bytes as they are. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value),
});

/** The tenant. Every primary, unique and foreign key of a business table leads with it. */
export const programId = () => uuid("program_id").notNull();

/** A record's texts in other languages than the program's default one, whose texts have columns of their own. */
export const translations = () => jsonb("translations").$type<Translations>().notNull().default({});

export const timestamps = () => ({
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
});
