/** What a read of a list answers: rows as the list shows them, and the cursor behind the last. */
export interface ListPage<Row> {
  rows: Row[];
  nextCursor: string | null;
}
