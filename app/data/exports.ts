import { exportMemberList } from "@/app/(console)/members/read";
import { exportRewards } from "@/app/(console)/reward-logs/read";
import type { ServiceContext } from "@/lib/services/context";

/** A list as a CSV file, for the query of its address. */
type Export = (context: ServiceContext, query: URLSearchParams) => Promise<AsyncIterable<string>>;

/** What `/data/exports/<list>` answers; each is named as its list's address, to which sign-in leads back. */
export const EXPORTS: Readonly<Record<string, Export>> = {
  members: exportMemberList,
  "reward-logs": exportRewards,
};
