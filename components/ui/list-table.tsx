import type { ReactNode } from "react";
import { Link } from "./link";
import { Skeleton } from "./skeleton";

export interface Column<Row> {
  id: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Right for numbers, which are compared by their last digits. */
  end?: boolean;
  /** Says on a phone, where there is no head, what the value is. */
  named?: boolean;
  /** Leaves its label to screen readers. */
  quiet?: boolean;
  className?: string;
}

interface ListTableProps<Row> {
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  rowId: (row: Row) => string;
  /** Where a row leads; its first cell holds the link, and all of it can be pressed. */
  rowHref?: (row: Row) => string;
  /** What is shown was asked for before the last change of the filters. */
  busy?: boolean;
}

/** Records in rows; on a phone each is a card. */
export function ListTable<Row>({ label, columns, rows, rowId, rowHref, busy = false }: ListTableProps<Row>) {
  return (
    <div
      aria-busy={busy}
      className={`overflow-hidden rounded-lg border border-border bg-surface transition-opacity ${busy ? "opacity-60" : ""}`}
    >
      <table className="w-full border-collapse text-start max-md:block">
        <caption className="sr-only">{label}</caption>
        <thead className="border-border border-b max-md:sr-only">
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={`px-3 py-2.5 font-medium text-muted text-xs first:ps-4 last:pe-4 ${column.end ? "text-end" : "text-start"} ${column.className ?? ""}`}
              >
                {column.quiet ? <span className="sr-only">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-border max-md:block">
          {rows.map((row) => (
            <tr key={rowId(row)} className="relative hover:bg-surface-hover max-md:block max-md:py-3">
              {columns.map((column, position) => (
                <td
                  key={column.id}
                  className={`px-3 py-3 align-middle first:ps-4 last:pe-4 max-md:flex max-md:items-baseline max-md:gap-2 max-md:px-4 max-md:py-0.5 ${column.end ? "md:text-end" : ""} ${column.className ?? ""}`}
                >
                  {column.named ? (
                    <span aria-hidden="true" className="shrink-0 text-muted text-xs md:hidden">
                      {column.label}
                    </span>
                  ) : null}
                  {position === 0 && rowHref ? (
                    <Link
                      prefetch={false}
                      href={rowHref(row)}
                      className="rounded font-medium after:absolute after:inset-0"
                    >
                      {column.cell(row)}
                    </Link>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What stands in a list's place until its first rows are there. */
export function ListSkeleton() {
  return (
    <div className="flex flex-col divide-y divide-border rounded-lg border border-border bg-surface">
      {["a", "b", "c", "d", "e"].map((row) => (
        <div key={row} className="flex items-center gap-6 px-4 py-4">
          <Skeleton className="h-4 w-1/3" />
          <Skeleton className="h-4 w-16" />
          <Skeleton className="ms-auto h-4 w-24" />
        </div>
      ))}
    </div>
  );
}
