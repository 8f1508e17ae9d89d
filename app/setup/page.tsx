import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { chooseLanguageAction } from "@/app/preferences";
import { CredentialsForm } from "@/components/console/account/credentials-form";
import { Entrance } from "@/components/console/account/entrance";
import { LanguageChoice } from "@/components/console/language-choice";
import { buttonClasses } from "@/components/ui/button-classes";
import { database } from "@/lib/auth/database";
import { setupTokenWorks } from "@/lib/auth/first-owner";
import { completeSetupAction } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("setup"))("title") };
}

export default async function SetupPage({ searchParams }: PageProps<"/setup">) {
  const { token } = await searchParams;
  const [t, locale, { db }] = await Promise.all([getTranslations(), getLocale(), database()]);
  const languages = <LanguageChoice label={t("console.language")} current={locale} action={chooseLanguageAction} />;
  if (typeof token !== "string" || !(await setupTokenWorks(db, token)))
    return (
      <Entrance productName={t("app.name")} title={t("setup.usedTitle")} intro={t("setup.used")} footer={languages}>
        <Link href="/sign-in" className={buttonClasses()}>
          {t("setup.toSignIn")}
        </Link>
      </Entrance>
    );

  const labels = {
    email: t("setup.email"),
    password: t("setup.password"),
    passwordHint: t("setup.passwordHint"),
    submit: t("setup.submit"),
    pending: t("setup.pending"),
  };
  return (
    <Entrance productName={t("app.name")} title={t("setup.title")} intro={t("setup.intro")} footer={languages}>
      <CredentialsForm
        action={completeSetupAction}
        labels={labels}
        hidden={{ name: "token", value: token }}
        newPassword
      />
    </Entrance>
  );
}
