"use client";

import {
  createSerializer,
  type inferParserType,
  type Nullable,
  type ParserMap,
  useQueryStates,
  type Values,
} from "nuqs";
import { useMemo } from "react";

type Parsers = ParserMap & { after: ParserMap[string] };

/**
 * The state of a list, which is the address of the page and nothing else. A change of a filter starts from the first
 * page again and is a step that Back undoes; `replace` is for typing, which is none.
 */
export function useListState<Map extends Parsers>(parsers: Map) {
  const [state, setState] = useQueryStates(parsers, { history: "push", clearOnDefault: true });
  const serialize = useMemo(() => createSerializer(parsers), [parsers]);
  const change = (patch: Partial<Nullable<Values<Map>>>, { replace = false } = {}) =>
    void setState({ after: null, ...patch } as Parameters<typeof setState>[0], {
      history: replace ? "replace" : "push",
    });
  return { state, change, query: serialize(state as Partial<Nullable<inferParserType<Map>>>) };
}
