import type { ReactNode } from "react";
import { Brand } from "@/components/console/brand";

interface EntranceProps {
  productName: string;
  title: string;
  intro?: string;
  children: ReactNode;
  footer?: ReactNode;
}

/** The frame of the pages before the console: sign-in, setup, no access. */
export function Entrance({ productName, title, intro, children, footer }: EntranceProps) {
  return (
    <div className="flex min-h-dvh flex-col items-center justify-center gap-8 px-4 py-10">
      <main className="flex w-full max-w-sm flex-col gap-6">
        <Brand name={productName} />
        <div className="flex flex-col gap-2">
          <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
          {intro ? <p className="text-muted">{intro}</p> : null}
        </div>
        {children}
      </main>
      {footer ? <footer className="w-full max-w-sm">{footer}</footer> : null}
    </div>
  );
}
