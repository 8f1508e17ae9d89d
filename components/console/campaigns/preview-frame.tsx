"use client";

import { useEffect, useRef, useState } from "react";
import type { DEVICES, DIRECTIONS, SCHEMES } from "./preview-state";

const WIDTHS = { phone: 375, desktop: 760 } as const;
const HEIGHT = 640;

interface PreviewFrameProps {
  title: string;
  html: string;
  direction: (typeof DIRECTIONS)[number];
  scheme: (typeof SCHEMES)[number];
  device: (typeof DEVICES)[number];
}

/**
 * The widget's document in a frame without scripts. A new one takes the place of the last within the same page, so that
 * nothing flashes and the reader stays where they scrolled to.
 */
export function PreviewFrame({ title, html, direction, scheme, device }: PreviewFrameProps) {
  const [first] = useState(html);
  const [loaded, setLoaded] = useState(false);
  const frame = useRef<HTMLIFrameElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const scale = useScale(box, WIDTHS[device]);

  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (!loaded || !page) return;
    const top = page.documentElement.scrollTop;
    const next = new DOMParser().parseFromString(html, "text/html").documentElement;
    if (direction !== "auto") next.dir = direction;
    next.style.colorScheme = scheme;
    page.replaceChild(page.adoptNode(next), page.documentElement);
    next.scrollTop = top;
  }, [loaded, html, direction, scheme]);

  return (
    <div
      ref={box}
      className="overflow-hidden rounded-lg border border-border bg-surface"
      style={{ height: HEIGHT * scale }}
    >
      <iframe
        ref={frame}
        title={title}
        sandbox="allow-same-origin"
        srcDoc={first}
        onLoad={() => setLoaded(true)}
        className="mx-auto block origin-top-left border-0 rtl:origin-top-right"
        style={{ width: WIDTHS[device], height: HEIGHT, transform: scale === 1 ? undefined : `scale(${scale})` }}
      />
    </div>
  );
}

/** By how much a width has to shrink to fit into a box; never more than 1. */
function useScale(box: React.RefObject<HTMLDivElement | null>, width: number): number {
  const [room, setRoom] = useState(width);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return Math.min(1, room / width);
}
