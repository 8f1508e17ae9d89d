import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { chooseLanguageAction, signOutAction } from "@/app/preferences";
import { CredentialsForm } from "@/components/console/account/credentials-form";
import { Entrance } from "@/components/console/account/entrance";
import { JoinForm } from "@/components/console/account/join-form";
import { LanguageChoice } from "@/components/console/language-choice";
import { Button } from "@/components/ui/button";
import { buttonClasses } from "@/components/ui/button-classes";
import { readInvite } from "@/lib/auth/accept-invite";
import { database } from "@/lib/auth/database";
import { currentUser } from "@/lib/auth/session";
import { inviteState, roleNamed } from "@/lib/domain/team";
import { acceptInviteAction, joinAction } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("invite"))("pageTitle") };
}

/** What a link of an invite opens: a new account, or joining with the one that is there. */
export default async function InvitePage({ searchParams }: PageProps<"/invite">) {
  const { token: asked } = await searchParams;
  const token = typeof asked === "string" ? asked : "";
  const [t, locale, user, { db }] = await Promise.all([getTranslations(), getLocale(), currentUser(), database()]);
  const invite = await readInvite(db, token);
  const state = invite ? inviteState(invite, Date.now()) : "unknown";
  const frame = {
    productName: t("app.name"),
    footer: <LanguageChoice label={t("console.language")} current={locale} action={chooseLanguageAction} />,
  };
  if (!invite || state !== "usable")
    return (
      <Entrance {...frame} title={t("invite.goneTitle")} intro={t(`invite.${state === "usable" ? "unknown" : state}`)}>
        <Link href={user ? "/" : "/sign-in"} className={buttonClasses()}>
          {t(user ? "invite.toConsole" : "invite.toSignIn")}
        </Link>
      </Entrance>
    );

  const role = roleNamed(invite.role);
  const means = role ? { role: t(`roles.names.${role}`), means: t(`roles.means.${role}`) } : { role: "–", means: "" };
  const place = `/invite?token=${encodeURIComponent(token)}`;
  return (
    <Entrance {...frame} title={t("invite.title", { program: invite.program })} intro={t("invite.intro", means)}>
      {user ? <Joining token={token} place={place} email={user.email} /> : <NewAccount token={token} place={place} />}
    </Entrance>
  );
}

async function NewAccount({ token, place }: { token: string; place: string }) {
  const t = await getTranslations();
  const labels = {
    name: { label: t("invite.name"), hint: t("invite.nameHint") },
    email: t("setup.email"),
    password: t("setup.password"),
    passwordHint: t("setup.passwordHint"),
    submit: t("invite.submit"),
    pending: t("invite.pending"),
  };
  return (
    <>
      <CredentialsForm
        action={acceptInviteAction}
        labels={labels}
        hidden={{ name: "token", value: token }}
        newPassword
      />
      <p className="text-muted text-sm">
        {t("invite.have")}{" "}
        <Link href={`/sign-in?returnTo=${encodeURIComponent(place)}`} className="text-link underline">
          {t("invite.signIn")}
        </Link>
      </p>
    </>
  );
}

async function Joining({ token, place, email }: { token: string; place: string; email: string }) {
  const t = await getTranslations("invite");
  const labels = {
    join: t("join", { email }),
    pending: t("pending"),
    already: t("already"),
    toConsole: t("toConsole"),
  };
  return (
    <div className="flex flex-col gap-4">
      <p>{t("signedIn", { email })}</p>
      <JoinForm action={joinAction} token={token} labels={labels} />
      <form action={signOutAction}>
        <input type="hidden" name="returnTo" value={place} />
        <Button type="submit" kind="quiet" size="small">
          {t("other")}
        </Button>
      </form>
    </div>
  );
}
