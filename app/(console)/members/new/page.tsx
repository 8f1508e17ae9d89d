import { getTranslations } from "next-intl/server";
import { saveMemberAction } from "@/app/(console)/members/actions";
import { MemberForm } from "@/components/console/members/member-form";

export async function generateMetadata() {
  return { title: (await getTranslations("members"))("create") };
}

export default function NewMemberPage() {
  return <MemberForm member={null} action={saveMemberAction} />;
}
