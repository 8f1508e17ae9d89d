"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, Suspense, useState } from "react";
import { I18nProvider, RouterProvider } from "react-aria-components";
import { z } from "zod";
import { SessionGate, type SignInPlace } from "@/components/console/account/session-gate";
import { Toasts } from "@/components/ui/toast";
import { type ClientProgram, ProgramProvider } from "@/lib/client/program";
import { ProgramAddressProvider, useProgramAddress } from "@/lib/client/program-address";
import { ReadError } from "@/lib/client/use-read";
import { AddressKeeper } from "./address-keeper";
import { useGo } from "./use-go";

// zod would probe whether it may evaluate code, which the security policy refuses and the browser reports.
z.config({ jitless: true });

const FRESH_MS = 10_000;
const RETRIES = 2;

interface ConsoleProvidersProps {
  locale: string;
  program: ClientProgram;
  /** The program, if addresses have to carry it. */
  inAddress: string | null;
  email: string;
  signIn: SignInPlace;
  children: ReactNode;
}

/** What every screen of the console may use: reads, actions, the address as state, the reader's language, toasts. */
export function ConsoleProviders({ locale, program, inAddress, email, signIn, children }: ConsoleProvidersProps) {
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
          <ProgramAddressProvider value={inAddress}>
            <Routed>
              <ProgramProvider program={program}>
                <SessionGate email={email} signIn={signIn}>
                  {children}
                </SessionGate>
              </ProgramProvider>
              <Toasts />
            </Routed>
            <Suspense>
              <AddressKeeper program={program.id} />
            </Suspense>
          </ProgramAddressProvider>
        </I18nProvider>
      </NuqsAdapter>
    </QueryClientProvider>
  );
}

/** Menus and other parts of the kit follow their links as `Link` does. */
function Routed({ children }: { children: ReactNode }) {
  return (
    <RouterProvider navigate={useGo()} useHref={useKeptHref}>
      {children}
    </RouterProvider>
  );
}

function useKeptHref(href: string): string {
  return useProgramAddress()(href);
}
