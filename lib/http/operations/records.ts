import type { Answer, Method, Operation, Request } from "@/lib/http/operations/operation";
import { MAX_BODY } from "@/lib/http/operations/operation";
import type { ServiceContext } from "@/lib/services/context";
import type { ListAnswer } from "@/lib/services/list-records";

/** The verbs of one noun; those it lacks answer 405. */
export interface RecordVerbs {
  create?: (context: ServiceContext, body: unknown) => Promise<unknown>;
  get?: (context: ServiceContext, id: string, languageCode: string | null) => Promise<unknown>;
  list?: (context: ServiceContext, parameters: URLSearchParams) => Promise<ListAnswer>;
  update?: (context: ServiceContext, input: { id: string; patch: unknown }) => Promise<unknown>;
  delete?: (context: ServiceContext, id: string) => Promise<void>;
}

/** The operations of a noun on `/schema/{slug}/record`, one for each verb it has. */
export function recordOperations(slug: string, verbs: RecordVerbs): Operation[] {
  const collection = `/schema/${slug}/record`;
  const one = `${collection}/{id}`;
  const { create, get, list, update, delete: remove } = verbs;
  return [
    list &&
      operation("GET", collection, null, null, async (context, { query }) => ({
        status: 200,
        body: await list(context, query),
      })),
    create &&
      operation("POST", collection, MAX_BODY, [], async (context, { body }) => data(201, await create(context, body))),
    get &&
      operation("GET", one, null, ["languageCode"], async (context, { params, query }) =>
        data(200, await get(context, idOf(params), query.get("languageCode"))),
      ),
    update &&
      operation("PATCH", one, MAX_BODY, [], async (context, { params, body }) =>
        data(200, await update(context, { id: idOf(params), patch: body })),
      ),
    remove &&
      operation("DELETE", one, null, [], async (context, { params }) => {
        await remove(context, idOf(params));
        return { status: 204 };
      }),
  ].filter((made) => made !== undefined);
}

function operation(
  method: Method,
  path: string,
  maxBytes: number | null,
  parameters: readonly string[] | null,
  run: (context: ServiceContext, request: Request) => Promise<Answer>,
): Operation {
  return { method, path, access: "program", maxBytes, parameters, run };
}

function data(status: number, record: unknown): Answer {
  return { status, body: { data: record } };
}

function idOf(params: Request["params"]): string {
  return params["id"] ?? "";
}
