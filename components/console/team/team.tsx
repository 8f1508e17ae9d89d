"use client";

import { useTranslations } from "next-intl";
import { SettingsHeader } from "@/components/console/settings/settings-header";
import { EmptyState } from "@/components/ui/empty-state";
import { ListSkeleton } from "@/components/ui/list-table";
import { ReadError, useRead } from "@/lib/client/use-read";
import { CreateInvite } from "./create-invite";
import { InviteList } from "./invite-list";
import { PeopleList } from "./people-list";
import { RoleGuide } from "./role-guide";
import type { RoleRights } from "./role-rights";
import type { TeamActions } from "./team-actions";
import type { TeamView } from "./team-view";

interface TeamProps {
  /** Where this installation answers. */
  origin: string;
  /** What each role may do. */
  roles: RoleRights[];
  actions: TeamActions;
}

/** Who may work here: people and their roles, and those who are invited. */
export function Team({ origin, roles, actions }: TeamProps) {
  const t = useTranslations("team");
  const tErrors = useTranslations("errors");
  const tLists = useTranslations("lists");
  const { data: team, error } = useRead<TeamView>("team");
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-6">
      <SettingsHeader intro={t("intro")} actions={<CreateInvite origin={origin} action={actions.invite} />} />
      {error && !team ? (
        <EmptyState title={tLists("failedTitle")}>
          {tErrors(error instanceof ReadError ? error.code : "not_ready")}
        </EmptyState>
      ) : null}
      {!team && !error ? <ListSkeleton /> : null}
      {team ? (
        <>
          <PeopleList people={team.people} actions={actions} />
          <InviteList invites={team.invites} revoke={actions.revoke} />
          <RoleGuide roles={roles} />
        </>
      ) : null}
    </div>
  );
}
