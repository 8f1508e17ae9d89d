import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { readKey } from "@/lib/client/read-key";
import type { ServiceContext } from "@/lib/services/context";
import { READS } from "./reads";

interface PrefetchedProps {
  context: ServiceContext;
  /** Which reads the page will make first, as `useRead` names them. */
  reads: { noun: string; query?: string }[];
  children: ReactNode;
}

/** Makes the first reads of a screen on the server, so that it arrives with its rows. A refused one is left to the browser. */
export async function Prefetched({ context, reads, children }: PrefetchedProps) {
  const queries = new QueryClient();
  await Promise.all(
    reads.map(({ noun, query = "" }) =>
      queries.prefetchQuery({
        queryKey: readKey(context.program.id, noun, query),
        queryFn: async () => {
          const value = await READS[noun]?.(context, new URLSearchParams(query));
          // As it would arrive over HTTP.
          return JSON.parse(JSON.stringify(value)) as unknown;
        },
        retry: false,
      }),
    ),
  );
  return <HydrationBoundary state={dehydrate(queries)}>{children}</HydrationBoundary>;
}
