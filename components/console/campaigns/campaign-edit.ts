import type { ParentSlug } from "@/lib/domain/record";
import type { CampaignWire } from "./campaign-values";

type Fields = Record<string, unknown>;
type WireTranslations = Record<string, Record<string, string | null>>;

/** What is sent of a page: all of what is new, and only what changed of what is there. */
export interface CampaignChange {
  slug: ParentSlug;
  id: string | null;
  values: Fields;
  milestones: { id?: string; deleted?: boolean; values: Fields }[];
}

/**
 * The change from `before` to `after`. A translation goes along only when it was typed or confirmed: writing it again
 * says that it goes with the text as it is now.
 */
export function campaignChange(
  slug: ParentSlug,
  id: string | null,
  before: CampaignWire | null,
  after: CampaignWire,
): CampaignChange {
  const { milestones, ...values } = after;
  const { milestones: oldMilestones, ...oldValues } = before ?? { milestones: [] };
  // Going live is another button's doing.
  const { status, ...changes } = changed(id === null ? null : oldValues, values);
  const kept = milestones.map(({ id: milestoneId, ...fields }) => {
    const { id: _, ...old } = oldMilestones.find((one) => one.id === milestoneId && milestoneId !== undefined) ?? {};
    return milestoneId === undefined
      ? { values: changed(null, fields) }
      : { id: milestoneId, values: changed(old, fields) };
  });
  const deleted = oldMilestones.flatMap((old) =>
    old.id === undefined || milestones.some((milestone) => milestone.id === old.id)
      ? []
      : [{ id: old.id, deleted: true, values: {} }],
  );
  return {
    slug,
    id,
    values: id === null ? { ...changes, status } : changes,
    milestones: [...kept, ...deleted],
  };
}

/** The fields of a record that differ; all that are set of one that is new. */
function changed(before: Fields | null, after: Fields): Fields {
  const { translations, confirmed, ...fields } = after;
  const differing = Object.entries(fields).filter(([field, value]) => before === null || !same(value, before[field]));
  const texts = changedTranslations(
    (before?.["translations"] ?? {}) as WireTranslations,
    translations as WireTranslations,
    confirmed as string[],
  );
  return { ...Object.fromEntries(differing), ...(Object.keys(texts).length > 0 ? { translations: texts } : {}) };
}

/** Whether two values of a field are the same: a list is what it holds. */
function same(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((entry, position) => entry === other[position]);
}

function changedTranslations(before: WireTranslations, after: WireTranslations, confirmed: readonly string[]) {
  const languages = Object.entries(after).map(([language, texts]) => {
    const differing = Object.entries(texts).filter(
      ([field, text]) =>
        text !== (before[language]?.[field] ?? null) || (text && confirmed.includes(`${language}.${field}`)),
    );
    return [language, Object.fromEntries(differing)] as const;
  });
  return Object.fromEntries(languages.filter(([, texts]) => Object.keys(texts).length > 0));
}
