"use client";

import { useEffect, useRef, useState } from "react";
import type { ActionResult } from "@/lib/actions/action-result";
import { useProgram } from "./program";

/** Between two requests: keys pressed meanwhile become one. */
const BREATH_MS = 40;

/**
 * What `/data/preview` makes of the input, a JSON text. One request at a time, and then the newest input: a reader who
 * never stops typing sees it move too. Until there is an answer, and when there is none, the last good one stays.
 */
export function usePreview<Preview>(input: string): Preview | null {
  const program = useProgram();
  const [shown, setShown] = useState<Preview | null>(null);
  const newest = useRef(input);
  const wake = useRef<() => void>(() => undefined);

  useEffect(() => {
    const controller = new AbortController();
    let sent: string | null = null;
    let running = false;
    const run = async () => {
      if (running) return;
      running = true;
      while (sent !== newest.current && !controller.signal.aborted) {
        sent = newest.current;
        const preview = await fetchPreview<Preview>(program.id, sent, controller.signal);
        if (preview !== null && !controller.signal.aborted) setShown(preview);
        await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
      }
      running = false;
    };
    wake.current = () => void run();
    wake.current();
    return () => controller.abort();
  }, [program.id]);

  useEffect(() => {
    newest.current = input;
    wake.current();
  }, [input]);

  return shown;
}

async function fetchPreview<Preview>(program: string, body: string, signal: AbortSignal): Promise<Preview | null> {
  const headers = { "content-type": "application/json", "x-milepost-program": program };
  try {
    const response = await fetch("/data/preview", { method: "POST", headers, body, signal });
    const result: ActionResult<Preview> = await response.json();
    return result.ok ? result.value : null;
  } catch {
    return null;
  }
}
