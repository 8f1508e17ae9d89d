import { unclean, wrongType } from "@/lib/icons/refusals";

/** Encodings in which ASCII reads as ASCII. */
const ASCII_LIKE = /^(utf-?8|(us-)?ascii|iso-8859-\d+|windows-125\d)$/i;

/**
 * The text of an XML document, which must be UTF-8. UTF-16 is refused, since readers differ in what they make of it.
 * @throws AppError `unsupported_media_type` for what is no text, `icon_unclean` for another encoding
 */
export function decodeXml(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  if (/^(feff|fffe|003c|3c00)/.test(start)) throw unclean("is not UTF-8 text: save the SVG as UTF-8.");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw wrongType();
  }
  if (!/^\s*</.test(text)) throw wrongType();
  const declared = /^<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1] ?? "utf-8";
  const isAscii = text.length === bytes.length;
  if (!/^utf-?8$/i.test(declared) && !(isAscii && ASCII_LIKE.test(declared)))
    throw unclean(`declares the encoding ${declared}: save the SVG as UTF-8.`);
  return text;
}
