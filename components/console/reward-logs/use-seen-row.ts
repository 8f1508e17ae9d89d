"use client";

import { useState } from "react";
import type { RewardRow } from "./reward-row";

/**
 * A reward as the reader of a field of it saw it: with the value that the field opened on, whatever the list reads
 * meanwhile. Once the reader was refused and told, as it is by now.
 */
export function useSeenRow(row: RewardRow, field: "couponCode" | "rewardExpiryAt") {
  const [opened] = useState(row);
  const [told, setTold] = useState(false);
  return { seen: told || row[field] === opened[field] ? row : opened, told, tell: () => setTold(true) };
}
