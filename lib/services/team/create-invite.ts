import { createHash, randomBytes } from "node:crypto";
import type { Tx } from "@/db/client";
import { insertInvite, lockPeople } from "@/db/queries/team";
import { inviteCreate } from "@/lib/contracts/team";
import { managesTeam } from "@/lib/domain/team";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { newId } from "@/lib/services/ids";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { presentInvite } from "./present-team";

const DAY_MS = 86_400_000;

/**
 * Makes an invite into the organization. Its token goes into a link and is told this once: only a hash is kept.
 * @throws AppError `forbidden`; `invalid_request` that points at each wrong field
 */
export const createInvite = mutation(
  { scope: "team:write", slug: "invite", action: "create" },
  async (context, tx, input: unknown) => {
    const { role, note, days } = parse(inviteCreate, input);
    await refuseFormerOwner(context, tx);
    const token = randomBytes(32).toString("base64url");
    const row = await insertInvite(context.scope, tx, {
      id: newId(),
      organizationId: context.program.organizationId,
      role,
      note,
      tokenHash: createHash("sha256").update(token).digest("hex"),
      createdById: context.actor.kind === "user" ? context.actor.id : null,
      createdAt: context.now,
      expiresAt: context.now + days * DAY_MS,
    });
    const after = presentInvite(row);
    return { recordId: row.id, before: null, after, result: { ...after, token } };
  },
);

/** Who is removed or demoted while the request is under way would leave an invite behind that nobody revokes. */
async function refuseFormerOwner({ actor, program }: ServiceContext, tx: Tx): Promise<void> {
  if (actor.kind !== "user") return;
  const people = await lockPeople(tx, program.organizationId);
  if (!people.some(({ userId, role }) => userId === actor.id && managesTeam(role))) throw new AppError("forbidden");
}
