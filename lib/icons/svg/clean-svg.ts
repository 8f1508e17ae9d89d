import { SaxesParser, type SaxesTagNS } from "saxes";
import { AppError } from "@/lib/errors";
import { ICON_POLICY } from "@/lib/icons/policy";
import { tooManyPixels, unclean, wrongType } from "@/lib/icons/refusals";
import { decodeXml } from "./decode-xml";
import { readSize } from "./read-size";
import { SvgWriter } from "./svg-writer";

export interface CleanSvg {
  bytes: Uint8Array;
  width: number;
  height: number;
}

/**
 * Writes an SVG anew out of what it may hold: read as strict XML, in one pass, with no tree, entity or fetch.
 * @throws AppError `unsupported_media_type` when it is no SVG; `icon_unclean`, `icon_too_large`
 */
export function cleanSvg(bytes: Uint8Array): CleanSvg {
  const writer = new SvgWriter();
  parseXml(decodeXml(bytes), writer);
  const { attributes, text } = writer.finish();
  const { width, height } = readSize(attributes);
  if (width > ICON_POLICY.maxSide || height > ICON_POLICY.maxSide) throw tooManyPixels();
  return { bytes: Buffer.from(text), width, height };
}

function parseXml(text: string, writer: SvgWriter): void {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", (doctype) => {
    // What else a DOCTYPE declares is not read, and not written.
    if (/<!ENTITY|%/i.test(doctype)) throw unclean("declares entities in its DOCTYPE: export it as plain SVG.");
  });
  parser.on("opentag", (tag: SaxesTagNS) => {
    if (depth === 0 && tag.local !== "svg") throw wrongType();
    if (++depth > ICON_POLICY.svg.maxDepth) throw unclean("nests its elements too deep: flatten its groups.");
    writer.open(tag);
  });
  parser.on("closetag", () => {
    depth--;
    writer.close();
  });
  parser.on("text", (content) => writer.text(content));
  parser.on("cdata", (content) => writer.text(content));
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw isMeantAsSvg(text) ? unclean("is not well-formed XML: export it as plain SVG.") : wrongType();
  }
}

/** Whether a document that cannot be read was to be an SVG: no more than which refusal it gets. */
function isMeantAsSvg(text: string): boolean {
  return /<(\w+:)?svg[\s>]/.test(text);
}
