import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { chooseLanguageAction } from "@/app/preferences";
import { CredentialsForm } from "@/components/console/account/credentials-form";
import { Entrance } from "@/components/console/account/entrance";
import { LanguageChoice } from "@/components/console/language-choice";
import { Notice } from "@/components/ui/notice";
import { database } from "@/lib/auth/database";
import { needsFirstOwner } from "@/lib/auth/first-owner";
import { safeReturnTo } from "@/lib/auth/return-to";
import { currentUser } from "@/lib/auth/session";
import { signInAction } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("signIn"))("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { returnTo: wanted, setup } = await searchParams;
  const returnTo = safeReturnTo(typeof wanted === "string" ? wanted : null);
  if (await currentUser()) redirect(returnTo);

  const [t, locale, { db }] = await Promise.all([getTranslations(), getLocale(), database()]);
  const labels = {
    email: t("signIn.email"),
    password: t("signIn.password"),
    submit: t("signIn.submit"),
    pending: t("signIn.pending"),
  };
  const languages = <LanguageChoice label={t("console.language")} current={locale} action={chooseLanguageAction} />;
  return (
    <Entrance productName={t("app.name")} title={t("signIn.title")} footer={languages}>
      {setup === "done" ? <Notice kind="success">{t("signIn.setupDone")}</Notice> : null}
      {(await needsFirstOwner(db)) ? <Notice kind="info">{t("signIn.noOwner")}</Notice> : null}
      <CredentialsForm action={signInAction} labels={labels} hidden={{ name: "returnTo", value: returnTo }} />
    </Entrance>
  );
}
