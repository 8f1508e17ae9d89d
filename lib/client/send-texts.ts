import type { ActionResult } from "@/lib/actions/action-result";

export interface TextsToSend {
  file: Blob;
  language: string;
  /** Otherwise it is tried out. */
  commit: boolean;
}

/** Sends a file of texts to its door; runs by `useAction`, as a server action does. */
export async function sendTexts<View>(
  program: string,
  { file, language, commit }: TextsToSend,
): Promise<ActionResult<View>> {
  const address = new URLSearchParams({ language, ...(commit ? { commit: "true" } : {}) });
  const response = await fetch(`/data/texts?${address}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream", "x-milepost-program": program },
    body: file,
  });
  return response.json();
}
