import { fileTypeFromBuffer } from "file-type";
import { ICON_TYPES, type IconType } from "@/lib/domain/icon";
import { ICON_POLICY } from "./policy";
import { checkPixels } from "./raster/check-pixels";
import { type RasterType, stripRaster } from "./raster/strip-raster";
import { tooManyBytes } from "./refusals";
import { cleanSvg } from "./svg/clean-svg";

/** An image that is fit to be stored and shown to anybody. Its size is in pixels. */
export interface CleanIcon {
  bytes: Uint8Array;
  contentType: IconType;
  width: number;
  height: number;
}

const RASTER: ReadonlySet<string> = new Set([ICON_TYPES.png, ICON_TYPES.jpg, ICON_TYPES.gif]);

/**
 * Cleans an uploaded image, of a type that its content says (DOMAIN 6). It looks the same afterwards.
 * @throws AppError `payload_too_large`, `unsupported_media_type`, `icon_too_large`, `icon_unclean`: each names `file`
 */
export async function cleanIcon(bytes: Uint8Array): Promise<CleanIcon> {
  if (bytes.length > ICON_POLICY.maxBytes) throw tooManyBytes();
  const type = await rasterType(bytes);
  if (type === null) return { ...cleanSvg(bytes), contentType: ICON_TYPES.svg };
  const { bytes: stripped, width, height } = stripRaster(type, bytes);
  await checkPixels(stripped);
  return { bytes: stripped, contentType: type, width, height };
}

async function rasterType(bytes: Uint8Array): Promise<RasterType | null> {
  const mime = (await fileTypeFromBuffer(bytes))?.mime;
  // Browsers show animated PNGs as PNGs.
  const type = mime === "image/apng" ? ICON_TYPES.png : mime;
  return type !== undefined && RASTER.has(type) ? (type as RasterType) : null;
}
