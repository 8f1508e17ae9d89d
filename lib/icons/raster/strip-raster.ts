import type { IconType } from "@/lib/domain/icon";
import { ICON_POLICY } from "@/lib/icons/policy";
import { tooManyPixels, unclean } from "@/lib/icons/refusals";
import { stripGif } from "./strip-gif";
import { stripJpeg } from "./strip-jpeg";
import { stripPng } from "./strip-png";
import type { Stripped } from "./stripped";

export type RasterType = Exclude<IconType, "image/svg+xml">;

const STRIP: Record<RasterType, (bytes: Uint8Array) => Stripped> = {
  "image/png": stripPng,
  "image/jpeg": stripJpeg,
  "image/gif": stripGif,
};

/**
 * A raster image of its picture alone, within the bounds of the policy. Its pixels are not looked at.
 * @throws AppError `icon_unclean`, `icon_too_large`
 */
export function stripRaster(type: RasterType, bytes: Uint8Array): Stripped {
  const stripped = attempt(type, bytes);
  const { width, height, pixels } = stripped;
  const { maxSide, maxFramePixels } = ICON_POLICY;
  if (width > maxSide || height > maxSide || pixels > maxFramePixels) throw tooManyPixels();
  if (width === 0 || height === 0) throw unclean("is an image without any pixel: export it again.");
  return stripped;
}

function attempt(type: RasterType, bytes: Uint8Array): Stripped {
  try {
    return STRIP[type](bytes);
  } catch {
    throw unclean("is a broken image: open it in an image program and export it again.");
  }
}
