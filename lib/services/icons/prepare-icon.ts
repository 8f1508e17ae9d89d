import { createHash } from "node:crypto";
import { type CleanIcon, cleanIcon } from "@/lib/icons/clean-icon";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";

/** An uploaded image that may be kept, and the hash of its bytes. */
export interface PreparedIcon extends CleanIcon {
  sha256: string;
}

/**
 * Cleans an uploaded image (DOMAIN 6). Before any transaction, so that none waits for it.
 * @throws AppError `forbidden`; `payload_too_large`, `unsupported_media_type`, `icon_unclean`, `icon_too_large`
 */
export async function prepareIcon(context: ServiceContext, file: Uint8Array): Promise<PreparedIcon> {
  authorize(context, "campaigns:write");
  const cleaned = await cleanIcon(file);
  return { ...cleaned, sha256: createHash("sha256").update(cleaned.bytes).digest("hex") };
}
