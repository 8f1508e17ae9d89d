import type { Role } from "@/lib/domain/team";

/** Somebody of the organization; `role` is null for one that nobody knows. */
export interface PersonRow {
  id: string;
  name: string;
  email: string;
  role: Role | null;
  joinedAt: string;
  /** The reader. */
  self: boolean;
  /** The last owner, who stays one. */
  last: boolean;
}

/** An invite that still works; who made it is null for somebody who has left. */
export interface InviteRow {
  id: string;
  role: Role | null;
  note: string | null;
  madeBy: string | null;
  createdAt: string;
  expiresAt: string;
}

/** Who may work in the organization's programs, and who is invited to. */
export interface TeamView {
  people: PersonRow[];
  invites: InviteRow[];
}

/** An invite that was just made: its token is told this once. */
export interface MadeInvite {
  token: string;
  role: string;
  expiresAt: string;
}
