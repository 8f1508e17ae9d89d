import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/types";
import type { ParentSlug } from "@/lib/domain/record";
import type { TenantScope } from "@/lib/domain/tenant-scope";

/** A text that a language lacks, or has of an older source. The record is a parent, or a milestone of it. */
export interface OpenText {
  slug: ParentSlug | "milestone";
  recordId: string;
  parentSlug: ParentSlug;
  parentId: string;
  name: string;
  field: string;
  source: string;
  state: "missing" | "outdated";
  /** What an outdated one says. */
  translation: string | null;
}

const PARENT_FIELDS = sql`(values ('eudTitle', r.eud_title), ('eudDescription', r.eud_description)) as f(field, source)`;
const MILESTONE_FIELDS = sql`(values ('eudTitle', r.eud_title), ('eudDescription', r.eud_description),
  ('eudMilestoneRewardTitle', r.eud_milestone_reward_title),
  ('eudMilestoneRewardInstructionMessage', r.eud_milestone_reward_instruction_message)) as f(field, source)`;

/** Texts of one table that are open in a language: with a source text, and no translation of just that. */
function openIn(
  scope: TenantScope,
  language: string,
  table: SQL,
  fields: SQL,
  parent: SQL,
  shown: SQL = sql`true`,
): SQL {
  const translation = sql`r.translations -> ${language}::text -> f.field`;
  return sql`select ${parent}, r.id as record_id, r.name, f.field, f.source,
      case when ${translation} is null then 'missing' else 'outdated' end as state, ${translation} ->> 'text' as translation
    from ${table} r cross join lateral ${fields}
    where r.program_id = ${scope.programId} and r.deleted_at is null and ${shown} and f.source <> ''
      and (${translation} is null or ${translation} ? 'source')`;
}

/** A milestone outlives its deleted parent, which nobody sees any more. */
const PARENT_IS_THERE = sql`(
  exists (select from streak p where p.program_id = r.program_id and p.id = r.linked_schema_record_id and p.deleted_at is null)
  or exists (select from challenge p
    where p.program_id = r.program_id and p.id = r.linked_schema_record_id and p.deleted_at is null))`;

function allOpen(scope: TenantScope, language: string): SQL {
  const own = (slug: ParentSlug) =>
    sql`${sql.raw(`'${slug}'`)} as slug, ${sql.raw(`'${slug}'`)} as parent_slug, r.id as parent_id`;
  const milestone = sql`'milestone' as slug, r.linked_schema_slug as parent_slug, r.linked_schema_record_id as parent_id`;
  const parts = [
    openIn(scope, language, sql`streak`, PARENT_FIELDS, own("streak")),
    openIn(scope, language, sql`challenge`, PARENT_FIELDS, own("challenge")),
    openIn(scope, language, sql`milestone`, MILESTONE_FIELDS, milestone, PARENT_IS_THERE),
  ];
  return sql`(${sql.join(parts, sql` union all `)}) open`;
}

/** Open texts in a language, a parent's together; a page of them by offset, since a translator goes through all. */
export async function listOpenTexts(
  scope: TenantScope,
  db: Db | Tx,
  language: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<OpenText[]> {
  const { rows } = await db.execute<{ text: OpenText }>(sql`select json_build_object(
      'slug', slug, 'recordId', record_id, 'parentSlug', parent_slug, 'parentId', parent_id,
      'name', name, 'field', field, 'source', source, 'state', state, 'translation', translation) as text
    from ${allOpen(scope, language)}
    order by parent_slug desc, parent_id, slug = 'milestone', record_id, field
    limit ${limit} offset ${offset}`);
  return rows.map(({ text }) => text);
}

/** How many texts are missing and outdated in a language. */
export async function countOpenTexts(
  scope: TenantScope,
  db: Db | Tx,
  language: string,
): Promise<{ missing: number; outdated: number }> {
  const { rows } = await db.execute<{ missing: number; outdated: number }>(sql`select
      (count(*) filter (where state = 'missing'))::int as missing,
      (count(*) filter (where state = 'outdated'))::int as outdated
    from ${allOpen(scope, language)}`);
  return rows[0] ?? { missing: 0, outdated: 0 };
}
