import type { Method, Operation } from "./operations/operation";

interface Route {
  segments: string[];
  byMethod: Map<string, Operation>;
}

export interface Match {
  /** Null when the path is known but not with this method. */
  operation: Operation | null;
  params: Record<string, string>;
  allow: Method[];
}

/** Operations by path: finds the one that a request means. */
export class RouteTable {
  readonly #routes: Route[] = [];

  constructor(operations: readonly Operation[]) {
    const byPath = Map.groupBy(operations, ({ path }) => path);
    for (const [path, group] of byPath)
      this.#routes.push({ segments: path.split("/"), byMethod: new Map(group.map((item) => [item.method, item])) });
  }

  match(method: string, path: string): Match | null {
    const segments = path.split("/");
    for (const route of this.#routes) {
      const params = matchSegments(route.segments, segments);
      if (!params) continue;
      const allow = [...route.byMethod.keys()] as Method[];
      return { operation: route.byMethod.get(method) ?? null, params, allow };
    }
    return null;
  }
}

function matchSegments(pattern: string[], segments: string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [position, part] of pattern.entries()) {
    const segment = segments[position] ?? "";
    if (part.startsWith("{")) params[part.slice(1, -1)] = segment;
    else if (part !== segment) return null;
  }
  return params;
}
