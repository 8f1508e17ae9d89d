import { ByteReader, type Stripped } from "./stripped";

const [IMAGE, EXTENSION, TRAILER] = [0x2c, 0x21, 0x3b];
const [GRAPHIC_CONTROL, APPLICATION] = [0xf9, 0xff];
/** How often an animation runs. */
const LOOPS = new Set(["NETSCAPE2.0", "ANIMEXTS1.0"]);

/**
 * A GIF of its frames alone, with their timing and how often they run.
 * @throws Error when it is broken
 */
export function stripGif(bytes: Uint8Array): Stripped {
  const reader = new ByteReader(bytes);
  if (!/^GIF8[79]a$/.test(reader.latin1(6))) throw new Error("its header is wrong");
  const [width, height] = [reader.uint16(true), reader.uint16(true)];
  skipPalette(reader, reader.byte(), 2);
  const parts = [bytes.subarray(0, reader.at)];
  // A frame may reach beyond the picture, and is decoded whole.
  let [frames, right, bottom] = [0, width, height];
  for (;;) {
    const start = reader.at;
    const kind = reader.byte();
    if (kind === TRAILER) break;
    if (kind === IMAGE) {
      const [x, y] = [reader.uint16(true), reader.uint16(true)];
      [right, bottom] = [Math.max(right, x + reader.uint16(true)), Math.max(bottom, y + reader.uint16(true))];
      skipPalette(reader, reader.byte(), 0);
      reader.take(1);
      skipBlocks(reader);
      frames++;
    } else if (kind !== EXTENSION) throw new Error("it holds an unknown block");
    else if (!isKept(reader)) continue;
    parts.push(bytes.subarray(start, reader.at));
  }
  if (frames === 0) throw new Error("it holds no picture");
  return { bytes: Buffer.concat([...parts, Uint8Array.of(TRAILER)]), width, height, pixels: right * bottom * frames };
}

function skipPalette(reader: ByteReader, flags: number, after: number): void {
  reader.take(after + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0));
}

function skipBlocks(reader: ByteReader): number[] {
  const lengths: number[] = [];
  for (let length = reader.byte(); length > 0; length = reader.byte()) {
    reader.take(length);
    lengths.push(length);
  }
  return lengths;
}

/** Reads an extension to its end; only what frames need is kept, and only in the form that it always has. */
function isKept(reader: ByteReader): boolean {
  const label = reader.byte();
  const start = reader.at;
  const lengths = skipBlocks(reader).join();
  if (label === GRAPHIC_CONTROL) return lengths === "4";
  if (label !== APPLICATION || lengths !== "11,3") return false;
  return LOOPS.has(Buffer.from(reader.bytes.subarray(start + 1, start + 12)).toString("latin1"));
}
