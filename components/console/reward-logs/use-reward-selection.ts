"use client";

import { useEffect, useRef, useState } from "react";
import type { RewardSelection } from "./reward-actions";
import { type RewardRow, seen } from "./reward-row";

/** A set of rewards as it was seen: how many, and a digest of which. */
export interface SeenSet {
  count: number;
  digest: string;
}

export interface RewardSelectionState {
  count: number;
  /** Set when all that the filters match are selected. */
  matching: SeenSet | null;
  has: (id: string) => boolean;
  add: (rows: RewardRow[]) => void;
  toggle: (row: RewardRow, on: boolean) => void;
  match: (seen: SeenSet) => void;
  clear: () => void;
  /** As the action takes it. */
  toWire: (query: string) => RewardSelection;
}

/** Which rewards are selected. It stands over the pages of a list, and falls with its filters. */
export function useRewardSelection(filters: string, rows: RewardRow[]): RewardSelectionState {
  const [picked, setPicked] = useState<ReadonlyMap<string, RewardRow>>(new Map());
  const [matching, setMatching] = useState<SeenSet | null>(null);
  const clear = () => {
    setPicked(new Map());
    setMatching(null);
  };
  const last = useRef(filters);
  useEffect(() => {
    if (last.current === filters) return;
    last.current = filters;
    setPicked(new Map());
    setMatching(null);
  }, [filters]);
  const add = (added: RewardRow[]) => setPicked(new Map([...picked, ...added.map((row) => [row.id, row] as const)]));
  return {
    count: matching?.count ?? picked.size,
    matching,
    has: (id) => matching !== null || picked.has(id),
    add,
    toggle: (row, on) => {
      // Of all that match one is left out: what remains selected is the page that can be seen.
      const base = matching === null ? picked : new Map(rows.map((item) => [item.id, item]));
      const next = new Map(base);
      if (on) next.set(row.id, row);
      else next.delete(row.id);
      setMatching(null);
      setPicked(next);
    },
    match: setMatching,
    clear,
    toWire: (query) =>
      matching === null
        ? {
            kind: "rows",
            // A row on the screen may have been changed since it was picked, by the reader.
            rewards: [...picked.values()].map((row) => seen(rows.find(({ id }) => id === row.id) ?? row)),
          }
        : { kind: "matching", query, seen: matching },
  };
}
