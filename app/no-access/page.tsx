import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { signOutAction } from "@/app/preferences";
import { Entrance } from "@/components/console/account/entrance";
import { Button } from "@/components/ui/button";
import { programChoices, requireUser } from "@/lib/auth/session";

export async function generateMetadata() {
  return { title: (await getTranslations("noAccess"))("title") };
}

export default async function NoAccessPage() {
  const [user, programs, t] = await Promise.all([requireUser(), programChoices(), getTranslations()]);
  if (programs.length > 0) redirect("/");
  return (
    <Entrance productName={t("app.name")} title={t("noAccess.title")} intro={t("noAccess.body", { email: user.email })}>
      <form action={signOutAction}>
        <Button type="submit" kind="secondary">
          {t("console.signOut")}
        </Button>
      </form>
    </Entrance>
  );
}
