import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { cleanIcon } from "@/lib/icons/clean-icon";

const PAYLOAD = "<script>alert(1)</script>";
const picture = () =>
  sharp({ create: { width: 6, height: 4, channels: 3, background: "#c52" } }).withMetadata({
    exif: { IFD0: { Copyright: PAYLOAD } },
    orientation: 6,
  });

/** An animation of two frames, one above the other. */
const animation = () =>
  sharp({ create: { width: 6, height: 8, channels: 3, background: "#c52", pageHeight: 4 } }).gif({
    delay: [70, 90],
    loop: 3,
  });

const pixels = (bytes: Uint8Array) => sharp(bytes, { animated: true }).autoOrient().raw().toBuffer();

describe.each([
  { type: "image/png", make: () => picture().png().toBuffer() },
  { type: "image/jpeg", make: () => picture().jpeg().toBuffer() },
  { type: "image/jpeg", make: () => picture().jpeg({ progressive: true }).toBuffer() },
  { type: "image/gif", make: () => animation().toBuffer() },
])("a picture of type $type", ({ type, make }) => {
  it("keeps its pixels, and loses what is beside them", async () => {
    const original = await make();
    const tailed = Buffer.concat([original, Buffer.from(PAYLOAD)]);
    const cleaned = await cleanIcon(tailed);
    expect(cleaned.contentType).toBe(type);
    expect(Buffer.from(cleaned.bytes).toString("latin1")).not.toContain("script");
    expect((await pixels(cleaned.bytes)).equals(await pixels(original))).toBe(true);
    const { pages, delay, loop } = await sharp(cleaned.bytes, { animated: true }).metadata();
    expect({ pages, delay, loop }).toEqual(
      (({ pages: count, delay: times, loop: runs }) => ({ pages: count, delay: times, loop: runs }))(
        await sharp(original, { animated: true }).metadata(),
      ),
    );
    expect(await cleanIcon(cleaned.bytes)).toEqual(cleaned);
  });

  it("is refused wherever it is cut off", async () => {
    const original = await make();
    for (const length of [original.length / 4, original.length / 2, original.length - 6].map(Math.floor))
      await expect(cleanIcon(original.subarray(0, length)), String(length)).rejects.toMatchObject({
        code: "icon_unclean",
      });
  });
});

it("a picture has at most 4096 × 4096 pixels", async () => {
  const blank = (width: number) =>
    sharp({ create: { width, height: 1, channels: 3, background: "white" } })
      .png()
      .toBuffer();
  expect(await cleanIcon(await blank(4096))).toMatchObject({ width: 4096, height: 1 });
  await expect(cleanIcon(await blank(4097))).rejects.toMatchObject({ code: "icon_too_large" });
});

/** A GIF on a canvas, with frames that hold nothing. */
function blankGif(canvas: number, frame: number, frames: number): Buffer {
  const size = (side: number) => [side & 0xff, side >> 8, side & 0xff, side >> 8];
  const image = [0x2c, 0, 0, 0, 0, ...size(frame), 0, 2, 2, 0x4c, 0x01, 0];
  const palette = [0x80, 0, 0, 0, 0, 0, 255, 255, 255];
  const images = Array.from({ length: frames }, () => image).flat();
  return Buffer.from([...Buffer.from("GIF89a"), ...size(canvas), ...palette, ...images, 0x3b]);
}

it.each([
  ["two frames of 4096 × 4096 pixels", blankGif(4096, 4096, 2)],
  ["frames that reach beyond its canvas", blankGif(1, 4096, 2)],
  ["a frame of more pixels than its canvas may have", blankGif(1, 65_535, 1)],
])("an animation has no %s", async (_what, gif) => {
  await expect(cleanIcon(gif)).rejects.toMatchObject({ code: "icon_too_large" });
});
