import { ByteReader, type Stripped } from "./stripped";

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, APP15, COMMENT] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe];
const PROFILE = "ICC_PROFILE\0";

/**
 * A JPEG of its picture alone: of the application segments only JFIF's, Adobe's (how colours are coded) and the colour
 * profile stay, and of Exif the one word that says which way up it is.
 * @throws Error when it is broken
 */
export function stripJpeg(bytes: Uint8Array): Stripped {
  const reader = new ByteReader(bytes);
  if (reader.uint16() !== 0xff00 + SOI) throw new Error("its header is wrong");
  const parts = [bytes.subarray(0, 2)];
  let [width, height] = [0, 0];
  for (;;) {
    const marker = nextMarker(reader);
    if (marker === EOI) break;
    if (marker === SOI) throw new Error("it holds a second picture");
    const start = reader.at;
    const data = reader.take(reader.uint16() - 2);
    if (isFrame(marker)) [height, width] = [new ByteReader(data.subarray(1)).uint16(), widthOf(data)];
    const kept = keptOf(marker, data, bytes.subarray(start, reader.at));
    if (kept) parts.push(Uint8Array.of(0xff, marker), kept);
    if (marker === SOS) parts.push(takeScan(reader));
  }
  if (width === 0 || height === 0) throw new Error("it holds no picture");
  return { bytes: Buffer.concat([...parts, Uint8Array.of(0xff, EOI)]), width, height, pixels: width * height };
}

/** The marker after an 0xff, which may be repeated. */
function nextMarker(reader: ByteReader): number {
  if (reader.byte() !== 0xff) throw new Error("a segment is missing");
  let marker = reader.byte();
  while (marker === 0xff) marker = reader.byte();
  return marker;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function widthOf(frame: Uint8Array): number {
  return new ByteReader(frame.subarray(3)).uint16();
}

/** What stays of a segment, its length included; null when nothing does. */
function keptOf(marker: number, data: Uint8Array, segment: Uint8Array): Uint8Array | null {
  if (marker === COMMENT) return null;
  if (marker < APP0 || marker > APP15) return segment;
  const name = Buffer.from(data.subarray(0, 12)).toString("latin1");
  if (marker === APP1) return orientationSegment(data);
  // The thumbnail that may follow its twelve bytes goes.
  if (marker === APP0 && name.startsWith("JFIF\0")) return Uint8Array.of(0, 16, ...data.subarray(0, 12), 0, 0);
  if (marker === APP2 && name === PROFILE) return segment;
  return marker === APP14 && name.startsWith("Adobe") && data.length === 12 ? segment : null;
}

/** Coded pixels: up to the next marker that is no restart. */
function takeScan(reader: ByteReader): Uint8Array {
  const { bytes, at: start } = reader;
  let end = bytes.indexOf(0xff, start);
  while (end >= 0) {
    const next = bytes[end + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return reader.take(end - start);
    end = bytes.indexOf(0xff, end + 2);
  }
  throw new Error("the image ends early");
}

/** An Exif segment, its length included, that says nothing but the orientation of another; null when that is usual. */
function orientationSegment(data: Uint8Array): Uint8Array | null {
  const orientation = orientationOf(Buffer.from(data));
  if (orientation < 2 || orientation > 8) return null;
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  return Uint8Array.of(0, 8 + tiff.length, ...Buffer.from("Exif\0\0", "latin1"), ...tiff);
}

function orientationOf(data: Buffer): number {
  if (data.toString("latin1", 0, 6) !== "Exif\0\0") return 1;
  const tiff = data.subarray(6);
  const little = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = long(4);
  for (let entry = 0; entry < short(directory); entry++)
    if (short(directory + 2 + 12 * entry) === 0x0112) return short(directory + 2 + 12 * entry + 8);
  return 1;
}
