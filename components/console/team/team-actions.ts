import type { ConsoleAction } from "@/lib/client/use-action";
import type { Role } from "@/lib/domain/team";
import type { MadeInvite } from "./team-view";

/** What an owner can do about the team. */
export interface TeamActions {
  invite: ConsoleAction<unknown, MadeInvite>;
  revoke: ConsoleAction<string, void>;
  changeRole: ConsoleAction<{ id: string; role: Role }, void>;
  remove: ConsoleAction<string, void>;
}
