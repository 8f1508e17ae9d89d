import { crc32, inflateSync } from "node:zlib";
import { ByteReader, type Stripped } from "./stripped";

/** Chunks that say how the picture looks, those of animations too. */
const KEPT = new Set("IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT cICP bKGD pHYs iCCP acTL fcTL fdAT".split(" "));
const MAX_PROFILE_BYTES = 256 * 1024;

/**
 * A PNG of its picture alone. A colour profile that is larger than any real one goes too, and a second one.
 * @throws Error when it is broken
 */
export function stripPng(bytes: Uint8Array): Stripped {
  const reader = new ByteReader(bytes);
  const parts = [reader.take(8)];
  let [width, height, frames] = [0, 0, 1];
  let hasProfile = false;
  for (let type = ""; type !== "IEND"; ) {
    const start = reader.at;
    const length = reader.uint32();
    type = reader.latin1(4);
    const data = reader.take(length);
    const known = crc32(bytes.subarray(start + 4, reader.at)) === reader.uint32();
    if (start === 8) {
      if (type !== "IHDR") throw new Error("its header is missing");
      [width, height] = sizeOf(data);
    } else if (type === "IHDR") throw new Error("it has two headers");
    const kept = KEPT.has(type) && !(type === "iCCP" && (hasProfile || !isSmallProfile(data)));
    hasProfile ||= type === "iCCP";
    if (!kept) continue;
    if (!known) throw new Error(`the checksum of ${type} is wrong`);
    if (type === "acTL") frames = Math.max(1, new ByteReader(data).uint32());
    parts.push(bytes.subarray(start, reader.at));
  }
  return { bytes: Buffer.concat(parts), width, height, pixels: width * height * frames };
}

function sizeOf(header: Uint8Array): [number, number] {
  const reader = new ByteReader(header);
  return [reader.uint32(), reader.uint32()];
}

/** A name, a zero, the method, then the compressed profile; never inflated beyond a bound. */
function isSmallProfile(data: Uint8Array): boolean {
  const end = data.indexOf(0);
  if (end < 1 || data[end + 1] !== 0) return false;
  try {
    inflateSync(data.subarray(end + 2), { maxOutputLength: MAX_PROFILE_BYTES });
    return true;
  } catch {
    return false;
  }
}
