import { customType, uuid } from "drizzle-orm/pg-core";
import { type Amount, amountFromText, amountToText } from "@/lib/domain/amount";
import type { EpochMs } from "@/lib/domain/period";

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

/** The tenant. Every primary, unique and foreign key of a business table leads with it. */
export const programId = () => uuid("program_id").notNull();

export const timestamps = () => ({
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
});
