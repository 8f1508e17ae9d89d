import { z } from "zod";

/** Columns of a file of texts, as it goes out and as it comes back. */
export const TEXT_COLUMNS = ["slug", "id", "field", "name", "state", "source", "translation"] as const;
/** Those that it cannot come back without. */
export const NEEDED_TEXT_COLUMNS = ["slug", "id", "field", "source", "translation"] as const;

const cell = z
  .string()
  .nullish()
  .transform((value) => value ?? "");

/** A file of texts as JSON. What a translator's tool adds to it is left alone. */
export const textFile = z.object({
  language: z.string(),
  texts: z.array(z.object({ slug: cell, id: cell, field: cell, source: cell, translation: cell })),
});

/** The longest file of texts that is taken in. */
export const MAX_TEXT_FILE_BYTES = 5_000_000;
/** The most texts that one file brings in. */
export const MAX_TEXTS = 20_000;

/** Which file of texts is asked for: of what is missing or outdated in a language, or of all. */
export const textFileRequest = z.object({
  language: z.string(),
  format: z.enum(["csv", "json"]),
  which: z.enum(["open", "all"]).default("open"),
});
export type TextFileRequest = z.output<typeof textFileRequest>;
