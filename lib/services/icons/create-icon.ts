import { findIconByHash, insertIcon } from "@/db/queries/icons";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { newId } from "@/lib/services/ids";
import { mutation } from "@/lib/services/mutation";
import type { PreparedIcon } from "./prepare-icon";
import { presentIconRecord } from "./present-icon";

/**
 * Keeps an icon. The same picture is kept once in a program: who brings it again gets the first one.
 * @throws AppError `forbidden`
 */
export async function createIcon(context: ServiceContext, icon: PreparedIcon) {
  authorize(context, "campaigns:write");
  const known = await findIconByHash(context.scope, context.db, icon.sha256);
  return known ? presentIconRecord(known) : keepIcon(context, icon);
}

const keepIcon = mutation(
  { scope: "campaigns:write", slug: "icon", action: "create" },
  async (context, tx, icon: PreparedIcon) => {
    const row = await insertIcon(context.scope, tx, {
      ...icon,
      byteSize: icon.bytes.length,
      id: newId(),
      createdAt: context.now,
      updatedAt: context.now,
    });
    const kept = presentIconRecord(row);
    return { recordId: row.id, before: null, after: kept, result: kept };
  },
);
