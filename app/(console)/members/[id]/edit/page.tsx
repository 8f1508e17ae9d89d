import { getTranslations } from "next-intl/server";
import { saveMemberAction } from "@/app/(console)/members/actions";
import { memberOrNotFound } from "@/app/(console)/members/member-or-not-found";
import { MemberForm } from "@/components/console/members/member-form";
import { Allowed } from "@/components/console/roles/allowed";
import { consoleContext } from "@/lib/auth/session";

export async function generateMetadata() {
  return { title: (await getTranslations("members"))("edit") };
}

export default async function EditMemberPage({ params }: PageProps<"/members/[id]/edit">) {
  const member = await memberOrNotFound(await consoleContext(), (await params).id);
  return (
    <Allowed scope="members:write">
      <MemberForm member={member} action={saveMemberAction} />
    </Allowed>
  );
}
