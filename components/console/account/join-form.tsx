"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** Whether the last attempt found that the reader belongs there already. */
export interface JoinState {
  already: boolean;
}

interface JoinFormProps {
  action: (previous: JoinState, form: FormData) => Promise<JoinState>;
  token: string;
  labels: { join: string; pending: string; already: string; toConsole: string };
}

/** One press for who has an account and is signed in. */
export function JoinForm({ action, token, labels }: JoinFormProps) {
  const [{ already }, submit, pending] = useActionState(action, { already: false });
  return (
    <form action={submit} className="flex flex-col gap-4">
      {already ? (
        <Notice kind="danger">
          {labels.already}{" "}
          <a href="/" className="underline">
            {labels.toConsole}
          </a>
        </Notice>
      ) : null}
      <input type="hidden" name="token" value={token} />
      <Button type="submit" disabled={pending}>
        {pending ? labels.pending : labels.join}
      </Button>
    </form>
  );
}
