"use client";

import { useState } from "react";
import type { ActionResult } from "@/lib/actions/action-result";
import { sendTexts, type TextsToSend } from "@/lib/client/send-texts";
import { useAction } from "@/lib/client/use-action";
import { MAX_TEXT_FILE_BYTES } from "@/lib/contracts/text-file";
import type { TextImportView } from "./text-import-view";

/** The file that was chosen, read at once: it may change on the disk, and still be imported as it was looked at. */
interface ChosenFile {
  name: string;
  bytes: Blob;
}

/** A code of the server, or what is wrong with the file itself. */
export interface TextFileFailure {
  code: Extract<ActionResult<never>, { ok: false }>["code"] | "file_gone";
  /** What the service says of the file. */
  detail: string | null;
}

/** What a look at the file said, or an import of it. */
interface TextRun {
  view: TextImportView;
  committed: boolean;
}

/** Reads that are old once texts are imported. */
const CHANGES = ["open-texts", "home", "campaign", "streaks", "challenges", "milestones"];

/** A file of texts: chosen, tried out at once, and imported when that is wanted. It stays chosen whatever fails. */
export function useTextFile(language: string) {
  const { run, pending } = useAction(
    (program: string, input: TextsToSend) => sendTexts<TextImportView>(program, input),
    {
      changes: CHANGES,
    },
  );
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [done, setDone] = useState<TextRun | null>(null);
  const [failure, setFailure] = useState<TextFileFailure | null>(null);

  const send = async (chosen: ChosenFile, commit: boolean) => {
    setFailure(null);
    const result = await run({ file: chosen.bytes, language, commit });
    if (result.ok) setDone({ view: result.value, committed: commit });
    else setFailure({ code: result.code, detail: result.errors[0]?.code ?? null });
  };
  const choose = async (given: File) => {
    setDone(null);
    if (given.size > MAX_TEXT_FILE_BYTES) {
      setFile(null);
      return setFailure({ code: "payload_too_large", detail: null });
    }
    const bytes = await given.arrayBuffer().catch(() => null);
    if (!bytes) {
      setFile(null);
      return setFailure({ code: "file_gone", detail: null });
    }
    const chosen = { name: given.name, bytes: new Blob([bytes]) };
    setFile(chosen);
    await send(chosen, false);
  };
  return {
    file,
    done,
    failure,
    pending,
    choose: (given: File) => void choose(given),
    look: () => file && void send(file, false),
    commit: () => file && void send(file, true),
  };
}
