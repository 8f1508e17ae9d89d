"use server";

import type { ActionResult } from "@/lib/actions/action-result";
import { runAction } from "@/lib/actions/run-action";
import { createMember } from "@/lib/services/members/create-member";
import { deleteMember } from "@/lib/services/members/delete-member";
import { updateMember } from "@/lib/services/members/update-member";

export async function saveMemberAction(
  program: string,
  { id, values }: { id: string | null; values: unknown },
): Promise<ActionResult<{ id: string }>> {
  return runAction(program, (context) =>
    id === null ? createMember(context, values) : updateMember(context, { id, patch: values }),
  );
}

export async function deleteMemberAction(program: string, id: string): Promise<ActionResult<void>> {
  return runAction(program, (context) => deleteMember(context, id));
}
