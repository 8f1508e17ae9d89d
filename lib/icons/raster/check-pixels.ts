import sharp from "sharp";
import { unclean } from "@/lib/icons/refusals";
import { inTurn } from "./in-turn";

// An icon at a time, and none kept: a server that is sent icons is to have its memory for other things.
sharp.cache(false);
sharp.concurrency(1);

const OPTIONS = {
  animated: true,
  limitInputPixels: false,
  sequentialRead: true,
  failOn: "error",
  ignoreIcc: true,
} as const;
/** All that is coded counts towards so small a picture, and no more of it is in memory than its format needs. */
const SMALL = { width: 16, height: 16, fit: "fill", fastShrinkOnLoad: false } as const;

/**
 * Decodes every pixel of every frame, in libuv's threads, and forgets them. One image at a time.
 * @throws AppError `icon_unclean` when that cannot be done
 */
export async function checkPixels(bytes: Uint8Array): Promise<void> {
  try {
    await inTurn(() => sharp(bytes, OPTIONS).resize(SMALL).raw().toBuffer());
  } catch {
    throw unclean("is a broken image: open it in an image program and export it again.");
  }
}
