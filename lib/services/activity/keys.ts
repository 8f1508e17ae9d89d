import type { IngestKeys } from "@/db/queries/ingest/load-ingest";
import type { StateKeys } from "@/db/queries/ingest/load-state";
import type { Slot } from "@/db/queries/streak-periods";
import type { Milestone, Placed } from "./fold";
import type { Intake } from "./judge";

/** What rows name: their parents, members, events and awards. */
export function keysOf({ rows, awards }: Pick<Intake, "rows" | "awards">): IngestKeys {
  const activities = rows.filter((row) => "parentId" in row);
  const given = [...activities, ...awards].flatMap(({ ownedBy }) => ownedBy ?? []);
  const wallets = given.flatMap(({ walletAddress }) => (walletAddress ? [walletAddress.toLowerCase()] : []));
  const parents = new Map(activities.map(({ slug, parentId }) => [`${slug} ${parentId}`, { slug, id: parentId }]));
  return {
    parents: [...parents.values()],
    memberIds: unique(activities.flatMap(({ ownedById }) => ownedById ?? [])),
    externalIds: unique(given.map(({ externalId }) => externalId)),
    wallets: unique(wallets),
    events: activities.map(({ slug, parentId, uniqueIdentifier }) => ({
      slug,
      parentId,
      identifier: uniqueIdentifier,
    })),
    awards: awards.map(({ eventType, reference }) => ({ eventType, reference })),
  };
}

/** What the engine needs to know of, for the rows that were accepted. */
export function stateKeys(placed: Placed[], milestones: Milestone[], keys: IngestKeys): StateKeys {
  const slots = { streak: new Map<string, Slot>(), challenge: new Map<string, Slot>() };
  const once = new Map<string, { milestoneId: string; memberId: string }>();
  for (const { parent, memberId, index } of placed) {
    slots[parent.slug].set(`${parent.id} ${memberId} ${index}`, { parentId: parent.id, memberId, index });
    for (const { id, parentId, repeatable } of milestones)
      if (!repeatable && parentId === parent.id) once.set(`${id} ${memberId}`, { milestoneId: id, memberId });
  }
  return {
    streakSlots: [...slots.streak.values()],
    windowSlots: [...slots.challenge.values()],
    once: [...once.values()],
    events: keys.events,
    awards: keys.awards,
    parents: keys.parents,
  };
}

/** Each value once, in order. */
export function unique(values: string[]): string[] {
  return [...new Set(values)];
}
