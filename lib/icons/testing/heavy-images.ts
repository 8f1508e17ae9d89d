import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

/** An image of at most 100 KB that once cost far more than a second or 64 MB, and how it ends now. */
export interface HeavyImage {
  name: string;
  bytes: Uint8Array;
  outcome: string;
}

const SIDE = 4096;
const XMLNS = 'xmlns="http://www.w3.org/2000/svg"';

function svg(name: string, inside: string, attributes = 'width="48" height="48"'): HeavyImage {
  const text = `<svg ${XMLNS} ${attributes}>${inside}<path d="M0 0h9v9z"/></svg>`;
  return { name: `${name}.svg`, bytes: Buffer.from(text), outcome: "image/svg+xml" };
}

const SVGS = [
  svg("one-id", `<g id="${"a".repeat(102_000)}"/>`),
  svg("spaces-in-a-path", `<path d="M0 0${" ".repeat(102_000)}"/>`),
  svg("digits-in-a-width", "", `width="${"1".repeat(102_000)}!"`),
  svg("one-selector", `<style>${"a ".repeat(51_000)}{x:y}</style>`),
  svg("rules-for-nothing", `<style>${"b{fill:url(#a)}".repeat(3000)}</style>${"<g/>".repeat(9900)}`),
  svg("rules-for-all", `<style>${"*{fill:url(#a)}".repeat(3000)}</style>${"<g/>".repeat(9900)}`),
];

function chunk(type: string, data: Uint8Array): Buffer {
  const content = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, sum]);
}

/** A transparent PNG, with other chunks before its pixels. */
function png(side: number, ...before: Buffer[]): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 6], 8);
  const pixels = deflateSync(Buffer.alloc((side * 4 + 1) * side), { level: 9 });
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    ...before,
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.of()),
  ]);
}

/** Colour profiles that each take a megabyte once they are unpacked. */
function profiles(count: number): Buffer[] {
  const packed = deflateSync(Buffer.alloc(1024 * 1024), { level: 9 });
  return Array.from({ length: count }, () => chunk("iCCP", Buffer.concat([Buffer.from("a\0\0"), packed])));
}

/** A GIF of one pixel whose many frames are each as large as an image may be, and empty. */
function framesBeyondCanvas(): Uint8Array {
  const frame = [0x2c, 0, 0, 0, 0, SIDE & 0xff, SIDE >> 8, SIDE & 0xff, SIDE >> 8, 0, 2, 2, 0x4c, 0x01, 0];
  const start = [...Buffer.from("GIF89a"), 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
  return Buffer.from([...start, ...Array.from({ length: 100 }, () => frame).flat(), 0x3b]);
}

/** Made here: as files they would be a megabyte of spaces and zeros. */
export async function heavyImages(): Promise<HeavyImage[]> {
  const grey = sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: "#808080" } });
  const progressive = await grey.jpeg({ progressive: true, quality: 1 }).toBuffer();
  return [
    ...SVGS,
    { name: "transparent.png", bytes: png(SIDE), outcome: "image/png" },
    { name: "profiles.png", bytes: png(1, ...profiles(90)), outcome: "image/png" },
    { name: "progressive.jpg", bytes: progressive, outcome: "image/jpeg" },
    { name: "frames.gif", bytes: framesBeyondCanvas(), outcome: "icon_too_large" },
  ];
}
