"use client";

import { createContext, useContext } from "react";

/** Asks the reader to sign in again, in place; false when the reader declines. */
export type AskToSignIn = () => Promise<boolean>;

const Session = createContext<AskToSignIn>(async () => false);

export const SessionProvider = Session;

export function useAskToSignIn(): AskToSignIn {
  return useContext(Session);
}
