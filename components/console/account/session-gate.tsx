"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useCallback, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { SessionProvider } from "@/lib/client/session";

/** Signs in without leaving the page; null when it worked, else words for why not. */
export type SignInPlace = (email: string, password: string) => Promise<string | null>;

interface SessionGateProps {
  email: string;
  signIn: SignInPlace;
  children: ReactNode;
}

/** When the session has ended: asks for the password over the page, which keeps all that was typed, and goes on. */
export function SessionGate({ email, signIn, children }: SessionGateProps) {
  const t = useTranslations("session");
  const tSignIn = useTranslations("signIn");
  const [open, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const waiting = useRef<((signedIn: boolean) => void)[]>([]);

  const ask = useCallback(() => {
    setOpen(true);
    return new Promise<boolean>((resolve) => void waiting.current.push(resolve));
  }, []);
  const settle = (signedIn: boolean) => {
    setOpen(false);
    setRefusal(null);
    for (const resolve of waiting.current.splice(0)) resolve(signedIn);
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    const refused = await signIn(String(form.get("email")), String(form.get("password")));
    setPending(false);
    if (refused === null) settle(true);
    else setRefusal(refused);
  };
  return (
    <SessionProvider value={ask}>
      {children}
      <Dialog
        open={open}
        onOpenChange={(next) => (next ? setOpen(true) : settle(false))}
        title={t("endedTitle")}
        closeLabel={t("later")}
      >
        <p className="text-muted">{t("ended")}</p>
        <form noValidate onSubmit={submit} className="flex flex-col gap-4">
          {refusal ? <Notice kind="danger">{refusal}</Notice> : null}
          <TextField
            label={tSignIn("email")}
            name="email"
            type="email"
            dir="ltr"
            autoComplete="username"
            defaultValue={email}
          />
          <TextField
            label={tSignIn("password")}
            name="password"
            type="password"
            dir="ltr"
            autoComplete="current-password"
            autoFocus
          />
          <Button type="submit" disabled={pending}>
            {pending ? tSignIn("pending") : tSignIn("submit")}
          </Button>
        </form>
      </Dialog>
    </SessionProvider>
  );
}
