import { transaction } from "@/db/client";
import { lockParents } from "@/db/queries/parents";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { findTexts, textRecordKey } from "./find-texts";

/** One text of a record in a language, and the source that its translator read. */
export interface TranslationInput {
  slug: string;
  recordId: string;
  language: string;
  field: string;
  source: string;
  text: string;
}

/**
 * Saves one translation by the service that changes its record. One of a source that has changed since is not taken,
 * as `importTexts` takes none: it would pass for a translation of the new one.
 * @throws AppError `source_changed`; `not_found`, `forbidden` and `invalid_request` as the record's own service
 */
export async function saveTranslation(context: ServiceContext, input: TranslationInput): Promise<void> {
  authorize(context, "texts:write");
  const { slug, recordId, language, field, source, text } = input;
  await transaction(context.db, async (tx) => {
    const name = { slug, id: recordId };
    const find = async () => (await findTexts(context, tx, [name])).get(textRecordKey(name));
    const parentId = (await find())?.parentId;
    if (parentId === undefined) throw new AppError("not_found");
    // What somebody saved before the lock was ours is read again.
    await lockParents(context.scope, tx, [parentId]);
    const record = await find();
    if (!record) throw new AppError("not_found");
    if (record.sources.has(field) && record.sources.get(field) !== source)
      throw new AppError("source_changed", {
        detail: "The source was changed since it was read, so nothing was saved.",
      });
    await record.update(
      { ...context, db: tx },
      { id: record.id, patch: { translations: { [language]: { [field]: text } } } },
    );
  });
}
