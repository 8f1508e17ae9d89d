import type { Db } from "@/db/client";
import { findIconBytes } from "@/db/queries/icons";
import { ICON_TYPES, type IconType, iconFileName, iconHash } from "@/lib/domain/icon";
import { AppError } from "@/lib/errors";
import { DEFAULT_ICON } from "@/lib/icons/default-icon";
import type { TenantScope } from "@/lib/services/context";
import { DEFAULT_ICON_HASH } from "./present-icon";

/** The bytes at an icon's address, which are the same for ever. */
export interface IconFile {
  bytes: Uint8Array;
  contentType: IconType;
  sha256: string;
}

/**
 * Reads the bytes of a program's icon, which anybody may see; `scope` null for the default icon.
 * @throws AppError `not_found`, also when the file name has another type's ending
 */
export async function readIconFile(scope: TenantScope | null, db: Db, fileName: string): Promise<IconFile> {
  const sha256 = iconHash(fileName);
  const found = sha256 === null ? undefined : scope ? await findIconBytes(scope, db, sha256) : defaultIcon(sha256);
  if (!found || sha256 === null || fileName !== iconFileName({ ...found, sha256 })) throw new AppError("not_found");
  return { ...found, sha256 };
}

function defaultIcon(sha256: string) {
  if (sha256 !== DEFAULT_ICON_HASH) return undefined;
  return { bytes: Buffer.from(DEFAULT_ICON.svg), contentType: ICON_TYPES.svg };
}
