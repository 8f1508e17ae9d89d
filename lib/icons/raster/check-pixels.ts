import sharp from "sharp";
import { unclean } from "@/lib/icons/refusals";

// An icon at a time, and none kept: a server that is sent icons is to have its memory for other things.
sharp.cache(false);
sharp.concurrency(1);

/**
 * Decodes every pixel of every frame, in libuv's threads, and forgets them.
 * @throws AppError `icon_unclean` when that cannot be done
 */
export async function checkPixels(bytes: Uint8Array): Promise<void> {
  try {
    await sharp(bytes, { animated: true, limitInputPixels: false, sequentialRead: true, failOn: "error" }).stats();
  } catch {
    throw unclean("is a broken image: open it in an image program and export it again.");
  }
}
