import { getTranslations } from "next-intl/server";
import { saveMemberAction } from "@/app/(console)/members/actions";
import { MemberForm } from "@/components/console/members/member-form";
import { Allowed } from "@/components/console/roles/allowed";

export async function generateMetadata() {
  return { title: (await getTranslations("members"))("create") };
}

export default function NewMemberPage() {
  return (
    <Allowed scope="members:write">
      <MemberForm member={null} action={saveMemberAction} />
    </Allowed>
  );
}
