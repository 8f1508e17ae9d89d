import { z } from "zod";
import { ROLES } from "@/lib/domain/team";
import { text } from "./fields";

const DEFAULT_DAYS = 7;
const MAX_DAYS = 30;

const role = z.enum(ROLES);
export type TeamRole = z.output<typeof role>;

/** An invite: whoever opens its link first gets the role. `note` says whom it is for, `days` how long it works. */
export const inviteCreate = z.strictObject({
  role,
  note: text(256).nullable().default(null),
  days: z.int().min(1).max(MAX_DAYS).default(DEFAULT_DAYS),
});

/** A change of a person's role. */
export const roleChange = z.strictObject({ role });
