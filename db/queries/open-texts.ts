import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/types";
import type { ParentSlug } from "@/lib/domain/record";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { parentIsThere } from "./milestones";

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

/** A text of any kind: also one that needs no more work. */
export interface AnyText extends Omit<OpenText, "state"> {
  state: OpenText["state"] | "done";
}

const PARENT_FIELDS = sql`(values ('eudTitle', r.eud_title), ('eudDescription', r.eud_description)) as f(field, source)`;
const MILESTONE_FIELDS = sql`(values ('eudTitle', r.eud_title), ('eudDescription', r.eud_description),
  ('eudMilestoneRewardTitle', r.eud_milestone_reward_title),
  ('eudMilestoneRewardInstructionMessage', r.eud_milestone_reward_instruction_message)) as f(field, source)`;

/** Texts of one table in a language: with a source text, and open while there is no translation of just that. */
function textsIn(
  scope: TenantScope,
  language: string,
  table: SQL,
  fields: SQL,
  parent: SQL,
  shown: SQL = sql`true`,
): SQL {
  const translation = sql`r.translations -> ${language}::text -> f.field`;
  return sql`select ${parent}, r.id as record_id, r.name, f.field, f.source,
      case when ${translation} is null then 'missing' when ${translation} ? 'source' then 'outdated' else 'done' end as state,
      ${translation} ->> 'text' as translation
    from ${table} r cross join lateral ${fields}
    where r.program_id = ${scope.programId} and r.deleted_at is null and ${shown} and f.source <> ''`;
}

function allTexts(scope: TenantScope, language: string): SQL {
  const own = (slug: ParentSlug) =>
    sql`${sql.raw(`'${slug}'`)} as slug, ${sql.raw(`'${slug}'`)} as parent_slug, r.id as parent_id`;
  const milestone = sql`'milestone' as slug, r.linked_schema_slug as parent_slug, r.linked_schema_record_id as parent_id`;
  const parts = [
    textsIn(scope, language, sql`streak`, PARENT_FIELDS, own("streak")),
    textsIn(scope, language, sql`challenge`, PARENT_FIELDS, own("challenge")),
    textsIn(scope, language, sql`milestone`, MILESTONE_FIELDS, milestone, parentIsThere(sql`r`)),
  ];
  return sql`(${sql.join(parts, sql` union all `)}) texts`;
}

const OPEN = sql`state <> 'done'`;

/** A page of texts: those from `offset` on, or those behind a text, whatever became of it and others since. */
export type TextPage = { limit: number } & ({ offset: number } | { after: AnyText | null });

/** Open texts in a language, a parent's together. */
export async function listOpenTexts(
  scope: TenantScope,
  db: Db | Tx,
  language: string,
  page: TextPage,
): Promise<OpenText[]> {
  return pageOf<OpenText>(db, allTexts(scope, language), OPEN, page);
}

/** As `listOpenTexts`, with those that are done. */
export async function listTexts(scope: TenantScope, db: Db | Tx, language: string, page: TextPage): Promise<AnyText[]> {
  return pageOf<AnyText>(db, allTexts(scope, language), sql`true`, page);
}

/** Streaks before challenges, a parent before its milestones. */
const PLACE = sql`parent_slug = 'challenge', parent_id, slug = 'milestone', record_id, field`;

const behind = ({ parentSlug, parentId, slug, recordId, field }: AnyText) => sql`(${PLACE}) > (
  ${parentSlug === "challenge"}::boolean, ${parentId}::uuid, ${slug === "milestone"}::boolean, ${recordId}::uuid, ${field}::text)`;

async function pageOf<Text>(db: Db | Tx, texts: SQL, wanted: SQL, page: TextPage) {
  const after = "after" in page && page.after ? behind(page.after) : sql`true`;
  const { rows } = await db.execute<{ text: Text }>(sql`select json_build_object(
      'slug', slug, 'recordId', record_id, 'parentSlug', parent_slug, 'parentId', parent_id,
      'name', name, 'field', field, 'source', source, 'state', state, 'translation', translation) as text
    from ${texts} where ${wanted} and ${after}
    order by ${PLACE}
    limit ${page.limit} offset ${"offset" in page ? page.offset : 0}`);
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
    from ${allTexts(scope, language)}`);
  return rows[0] ?? { missing: 0, outdated: 0 };
}
