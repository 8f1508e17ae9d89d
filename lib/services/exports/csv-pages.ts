import { invalidField } from "@/lib/errors";
import { type Cells, csvText } from "@/lib/services/csv/csv-text";
import type { ListAnswer, Wire } from "@/lib/services/list-records";

const PAGE = 1000;
const TAKEN = new Set(["filters", "order"]);

/**
 * A list as CSV, page by page behind a cursor: memory stays flat however long it is. It goes by `createdAt`, the newest
 * first unless `order` is ASC: by a field that changes, a record that is changed meanwhile would be left out. The first
 * page is fetched before anything is answered, so that wrong parameters are still refused.
 * @throws AppError `invalid_request` for parameters other than `filters` and `order`, and what `list` throws
 */
export async function csvPages(
  parameters: URLSearchParams,
  header: readonly string[],
  list: (parameters: URLSearchParams) => Promise<ListAnswer>,
  present: (records: Wire[]) => Promise<Cells[]>,
): Promise<AsyncGenerator<string, void, undefined>> {
  const other = [...parameters.keys()].find((name) => !TAKEN.has(name));
  if (other !== undefined)
    throw invalidField(
      `?${other}`,
      "invalid_parameter",
      `${other} is no parameter of an export: filters and order are`,
    );
  const filters = parameters.get("filters");
  const sortBy = JSON.stringify([{ fieldSlug: "createdAt", order: parameters.get("order") ?? "DESC" }]);
  const page = (cursor: string | null) => {
    const asked = new URLSearchParams({ sortBy, limit: String(PAGE), ...(filters === null ? {} : { filters }) });
    if (cursor !== null) asked.set("startingAfter", cursor);
    return list(asked);
  };
  return write(await page(null));

  async function* write(first: ListAnswer): AsyncGenerator<string, void, undefined> {
    yield csvText([header], { withMark: true });
    for (let answer = first; ; answer = await page(answer.paging.nextCursor)) {
      if (answer.data.length > 0) yield csvText(await present(answer.data));
      if (answer.paging.nextCursor === null) return;
    }
  }
}
