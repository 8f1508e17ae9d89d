"use client";

import { useErrorTexts } from "@/components/console/error-texts";
import { Button } from "@/components/ui/button";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const texts = useErrorTexts();
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col items-start justify-center gap-4 px-4">
      <h1 className="font-semibold text-2xl tracking-tight">{texts?.title}</h1>
      <p className="text-muted">{texts?.body}</p>
      <Button onClick={reset}>{texts?.retry}</Button>
    </main>
  );
}
