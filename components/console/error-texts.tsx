"use client";

import { createContext, type ReactNode, useContext } from "react";

export interface ErrorTexts {
  title: string;
  body: string;
  retry: string;
}

const Texts = createContext<ErrorTexts | null>(null);

/** Hands the words for a failed page to the error boundary, which cannot ask the server for them any more. */
export function ErrorTextsProvider({ texts, children }: { texts: ErrorTexts; children: ReactNode }) {
  return <Texts value={texts}>{children}</Texts>;
}

export function useErrorTexts(): ErrorTexts | null {
  return useContext(Texts);
}
