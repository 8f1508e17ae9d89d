import type { ListQuery, Page } from "@/db/queries/list";
import { type ListRequest, readListRequest } from "@/lib/contracts/list";
import type { FieldTypes } from "@/lib/contracts/list-fields";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "./context";
import { decodeCursor, encodeCursor } from "./cursor";

export type Wire = Readonly<Record<string, unknown>>;

export interface ListAnswer {
  data: Wire[];
  paging: { offset: number; limit: number; nextCursor: string | null; totalCount?: number };
}

interface Listed {
  slug: string;
  /** Fields that filter and sort. */
  types: FieldTypes;
  /** Fields that can be chosen. */
  fields: readonly string[];
}

/**
 * Answers a list: reads the parameters, fetches one page, presents its rows and keeps the fields that were chosen
 * (`id` always).
 * @throws AppError `invalid_request` that names each wrong parameter
 */
export async function listRecords<Row>(
  context: ServiceContext,
  parameters: URLSearchParams,
  noun: Listed,
  fetch: (query: ListQuery) => Promise<Page<Row>>,
  present: (rows: Row[], languageCode: string | null) => Wire[] | Promise<Wire[]>,
): Promise<ListAnswer> {
  const request = readRequest(parameters, noun);
  const order = `${noun.slug} ${JSON.stringify(request.sort)}`;
  const after = request.startingAfter === null ? null : decodeCursor(context.program, order, request.startingAfter);
  const { rows, nextKeys, total } = await fetch({ ...request, after });
  const data = await present(rows, request.languageCode);
  return {
    data: request.fields ? data.map((record) => pick(record, ["id", ...(request.fields ?? [])])) : data,
    paging: {
      offset: request.offset,
      limit: request.limit,
      nextCursor: nextKeys && encodeCursor(context.program, order, nextKeys),
      ...(total === null ? {} : { totalCount: total }),
    },
  };
}

/** An empty list, for a member whom the program does not know yet; wrong parameters are refused all the same. */
export function emptyList(parameters: URLSearchParams, noun: Listed): ListAnswer {
  const { offset, limit, fetchTotalCount } = readRequest(parameters, noun);
  return { data: [], paging: { offset, limit, nextCursor: null, ...(fetchTotalCount ? { totalCount: 0 } : {}) } };
}

function readRequest(parameters: URLSearchParams, noun: Listed): ListRequest {
  const read = readListRequest(parameters, noun.types, noun.fields);
  if ("request" in read) return read.request;
  throw new AppError("invalid_request", {
    detail: `${read.problems.map(({ parameter, message }) => `${parameter} ${message}`).join("; ")}.`,
    errors: read.problems.map(({ parameter, message }) => ({
      pointer: `?${parameter}`,
      code: "invalid_parameter",
      message: `${parameter} ${message}`,
    })),
  });
}

function pick(record: Wire, fields: string[]): Wire {
  return Object.fromEntries(fields.map((field) => [field, record[field]]));
}
