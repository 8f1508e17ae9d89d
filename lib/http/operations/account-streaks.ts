import type { Operation } from "@/lib/http/operations/operation";
import { listAccountStreaks } from "@/lib/services/account-streaks/list-account-streaks";

/** The streak read API: a bare array, and a Link to the next page. */
export const accountStreaksOperation: Operation = {
  method: "GET",
  path: "/api/loyalty/account_streaks",
  access: "program",
  maxBytes: null,
  parameters: null,
  run: async (context, { query }) => {
    const { rows, next } = await listAccountStreaks(context, query);
    if (next === null) return { status: 200, body: rows };
    const nextQuery = new URLSearchParams(query);
    nextQuery.set("startingAfter", next);
    return { status: 200, body: rows, nextQuery };
  },
};
