import { transaction } from "@/db/client";
import { languageTag } from "@/lib/domain/language-tag";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { createIcon } from "./create-icon";
import type { PreparedIcon } from "./prepare-icon";

/** A record whose icon is set: of which id, and for which language; null for the program's default one. */
export interface IconTarget {
  id: string;
  languageCode: string | null;
}

/** The verbs of a noun that has an icon. */
interface IconBearer<Bearer> {
  get(context: ServiceContext, id: string, languageCode: string | null): Promise<Bearer>;
  update(context: ServiceContext, input: { id: string; patch: unknown }): Promise<Bearer>;
}

/**
 * Keeps an icon and gives it to a record, for one language, and answers the record as that language reads it.
 * @throws AppError as `createIcon` and the noun's update do; `invalid_request` for a malformed language
 */
export async function setRecordIcon<Bearer>(
  context: ServiceContext,
  noun: IconBearer<Bearer>,
  target: IconTarget,
  icon: PreparedIcon,
): Promise<Bearer> {
  const { id, languageCode } = target;
  const patchWith = (eudIcon: string) => ({ id, patch: patchOf(context, languageCode, eudIcon) });
  // In one transaction: a record that is not there leaves no icon behind.
  return transaction(context.db, async (tx) => {
    const inner = { ...context, db: tx };
    const { id: iconId } = await createIcon(inner, icon);
    const updated = await noun.update(inner, patchWith(iconId));
    // Whoever may write it is answered with it, as every change does; here in the language that was changed.
    return languageCode === null ? updated : noun.get({ ...inner, actor: { kind: "system" } }, id, languageCode);
  });
}

/** Takes a record's icon away, for one language; nothing happens when it has none. */
export async function removeRecordIcon<Bearer>(
  context: ServiceContext,
  noun: IconBearer<Bearer>,
  { id, languageCode }: IconTarget,
): Promise<void> {
  await noun.update(context, { id, patch: patchOf(context, languageCode, null) });
}

function patchOf({ program }: ServiceContext, languageCode: string | null, eudIcon: string | null) {
  if (languageCode === null) return { eudIcon };
  const tag = languageTag(languageCode);
  if (tag === undefined) {
    const message = "must be a BCP 47 language tag, such as fr or pt-BR";
    throw new AppError("invalid_request", {
      detail: `languageCode ${message}.`,
      errors: [{ pointer: "?languageCode", code: "invalid_parameter", message }],
    });
  }
  const isDefault = tag === (languageTag(program.defaultLanguage) ?? program.defaultLanguage);
  return isDefault ? { eudIcon } : { translations: { [tag]: { eudIcon } } };
}
