"use server";

import type { MadeInvite } from "@/components/console/team/team-view";
import type { ActionResult } from "@/lib/actions/action-result";
import { runAction } from "@/lib/actions/run-action";
import { changeRole } from "@/lib/services/team/change-role";
import { createInvite } from "@/lib/services/team/create-invite";
import { removePerson } from "@/lib/services/team/remove-person";
import { revokeInvite } from "@/lib/services/team/revoke-invite";

export async function createInviteAction(program: string, input: unknown): Promise<ActionResult<MadeInvite>> {
  return runAction(program, async (context) => {
    const { token, role, expiresAt } = await createInvite(context, input);
    return { token, role, expiresAt };
  });
}

export async function revokeInviteAction(program: string, id: string): Promise<ActionResult<void>> {
  return runAction(program, (context) => revokeInvite(context, id));
}

export async function changeRoleAction(
  program: string,
  { id, role }: { id: string; role: unknown },
): Promise<ActionResult<void>> {
  return runAction(program, async (context) => {
    await changeRole(context, { userId: id, patch: { role } });
  });
}

export async function removePersonAction(program: string, id: string): Promise<ActionResult<void>> {
  return runAction(program, (context) => removePerson(context, id));
}
