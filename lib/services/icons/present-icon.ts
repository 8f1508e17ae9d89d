import { createHash } from "node:crypto";
import type { IconRow } from "@/db/queries/icons";
import { ICON_TYPES, type IconType, iconFileName } from "@/lib/domain/icon";
import { DEFAULT_ICON } from "@/lib/icons/default-icon";
import { iso } from "@/lib/services/wire";

/** An icon as records show it. `url` is a path on this server; its content never changes. */
export interface WireIcon {
  /** Null for the default icon. */
  id: string | null;
  url: string;
  contentType: IconType;
  width: number;
  height: number;
  byteSize: number;
}

/** An icon as records show it. */
export function presentIcon(row: IconRow): WireIcon & { id: string } {
  const { id, contentType, width, height, byteSize } = row;
  return { id, url: `/icons/${row.programId}/${iconFileName(row)}`, contentType, width, height, byteSize };
}

/** An icon by itself, as whoever uploaded it reads it. */
export function presentIconRecord(row: IconRow) {
  return { ...presentIcon(row), sha256: row.sha256, createdAt: iso(row.createdAt), updatedAt: iso(row.updatedAt) };
}

/** The hash by which the default icon is addressed, as every other icon is. */
export const DEFAULT_ICON_HASH = createHash("sha256").update(DEFAULT_ICON.svg).digest("hex");

/** What a record shows that has no icon; addressed as one of no program. */
export const NO_ICON: WireIcon = {
  id: null,
  url: `/icons/default/${iconFileName({ sha256: DEFAULT_ICON_HASH, contentType: ICON_TYPES.svg })}`,
  contentType: DEFAULT_ICON.contentType,
  width: DEFAULT_ICON.width,
  height: DEFAULT_ICON.height,
  byteSize: Buffer.byteLength(DEFAULT_ICON.svg),
};
