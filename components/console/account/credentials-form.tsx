"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";

/** What the last attempt left: words for the reader, and the address that was typed. The password is never sent back. */
export interface CredentialsState {
  name?: string;
  email: string;
  message?: string;
  nameError?: string;
  emailError?: string;
  passwordError?: string;
}

export interface CredentialsLabels {
  /** For whoever is to say a name, too. */
  name?: { label: string; hint: string };
  email: string;
  password: string;
  passwordHint?: string;
  submit: string;
  pending: string;
}

interface CredentialsFormProps {
  action: (previous: CredentialsState, form: FormData) => Promise<CredentialsState>;
  labels: CredentialsLabels;
  /** Sent along: where to go afterwards, or the token of a link. */
  hidden: { name: string; value: string };
  newPassword?: boolean;
}

/** E-mail and password, for signing in and for new accounts. Works before and without JavaScript. */
export function CredentialsForm({ action, labels, hidden, newPassword = false }: CredentialsFormProps) {
  const [state, submit, pending] = useActionState(action, { email: "" });
  return (
    <form action={submit} noValidate className="flex flex-col gap-4">
      {state.message ? <Notice kind="danger">{state.message}</Notice> : null}
      <input type="hidden" name={hidden.name} value={hidden.value} />
      {labels.name ? (
        <TextField
          label={labels.name.label}
          name="name"
          dir="auto"
          autoComplete="name"
          required
          defaultValue={state.name}
          hint={labels.name.hint}
          error={state.nameError}
        />
      ) : null}
      <TextField
        label={labels.email}
        name="email"
        type="email"
        dir="ltr"
        autoComplete="username"
        required
        defaultValue={state.email}
        error={state.emailError}
      />
      <TextField
        label={labels.password}
        name="password"
        type="password"
        dir="ltr"
        autoComplete={newPassword ? "new-password" : "current-password"}
        required
        hint={labels.passwordHint}
        error={state.passwordError}
      />
      <Button type="submit" disabled={pending}>
        {pending ? labels.pending : labels.submit}
      </Button>
    </form>
  );
}
