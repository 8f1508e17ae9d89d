import { getTranslations } from "next-intl/server";
import { Prefetched } from "@/app/data/prefetched";
import { serverOrigin } from "@/app/origin";
import { Allowed } from "@/components/console/roles/allowed";
import { Team } from "@/components/console/team/team";
import { consoleContext } from "@/lib/auth/session";
import { changeRoleAction, createInviteAction, removePersonAction, revokeInviteAction } from "./actions";
import { rightsOfRoles } from "./rights-of-roles";

export async function generateMetadata() {
  return { title: (await getTranslations("team"))("title") };
}

export default async function TeamPage() {
  const context = await consoleContext();
  const actions = {
    invite: createInviteAction,
    revoke: revokeInviteAction,
    changeRole: changeRoleAction,
    remove: removePersonAction,
  };
  return (
    <Allowed scope="team:write">
      <Prefetched context={context} reads={[{ noun: "team" }]}>
        <Team origin={await serverOrigin()} roles={rightsOfRoles()} actions={actions} />
      </Prefetched>
    </Allowed>
  );
}
