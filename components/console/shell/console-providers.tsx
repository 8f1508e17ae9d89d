"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { I18nProvider, RouterProvider } from "react-aria-components";
import { z } from "zod";
import { SessionGate, type SignInPlace } from "@/components/console/account/session-gate";
import { Toasts } from "@/components/ui/toast";
import { type ClientProgram, ProgramProvider } from "@/lib/client/program";
import { ReadError } from "@/lib/client/use-read";

// zod would probe whether it may evaluate code, which the security policy refuses and the browser reports.
z.config({ jitless: true });

const FRESH_MS = 10_000;
const RETRIES = 2;

interface ConsoleProvidersProps {
  locale: string;
  program: ClientProgram;
  email: string;
  signIn: SignInPlace;
  children: ReactNode;
}

/** What every screen of the console may use: reads, actions, the address as state, the reader's language, toasts. */
export function ConsoleProviders({ locale, program, email, signIn, children }: ConsoleProvidersProps) {
  const router = useRouter();
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            staleTime: FRESH_MS,
            // What the server refused it would refuse again.
            retry: (failures, error) => !(error instanceof ReadError) && failures < RETRIES,
          },
        },
      }),
  );
  return (
    <QueryClientProvider client={queries}>
      <NuqsAdapter>
        <I18nProvider locale={locale}>
          <RouterProvider navigate={router.push}>
            <ProgramProvider program={program}>
              <SessionGate email={email} signIn={signIn}>
                {children}
              </SessionGate>
            </ProgramProvider>
            <Toasts />
          </RouterProvider>
        </I18nProvider>
      </NuqsAdapter>
    </QueryClientProvider>
  );
}
