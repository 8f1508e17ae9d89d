/** A request as plain values: what both adapters make of theirs. Header names are in lower case. */
export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string | undefined>>;
  /** Reads the body up to a number of bytes; null when it is longer. */
  readBody(maxBytes: number): Promise<Uint8Array | null>;
  ip: string | null;
}

/** An answer as plain values. A body of null has no content. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array | null;
}
