import type { CodeFileLayout, Separator } from "@/lib/domain/code-file";

/** The beginning of a file, and how to read it where the reader has chosen. */
export interface PreviewCodes {
  head: Uint8Array;
  separator?: Separator;
}

/** How a file is to be read as far as can be told, and its first rows. */
export interface CodeFilePreview {
  layout: CodeFileLayout;
  firstRow: string[];
  sample: string[][];
}
