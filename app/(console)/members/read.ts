import { z } from "zod";
import type { ServiceContext } from "@/lib/services/context";
import { nameMembers } from "@/lib/services/members/name-members";

/** What one member is called, or null for nobody's id. */
export async function readMemberName(
  context: ServiceContext,
  query: URLSearchParams,
): Promise<{ name: string } | null> {
  const id = z.uuid().safeParse(query.get("id")).data;
  const names = id ? await nameMembers(context, [id]) : null;
  return (id && names?.get(id)) || null;
}
