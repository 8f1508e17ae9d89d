"use client";

import { useEffect, useRef, useState } from "react";
import { WidgetDocument } from "@/components/console/widget-document";
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

/** The widget's document as wide as on a device, made smaller where the page is narrower. */
export function PreviewFrame({ title, html, direction, scheme, device }: PreviewFrameProps) {
  const box = useRef<HTMLDivElement>(null);
  const scale = useScale(box, WIDTHS[device]);
  return (
    <div
      ref={box}
      className="overflow-hidden rounded-lg border border-border bg-surface"
      style={{ height: HEIGHT * scale }}
    >
      <WidgetDocument
        title={title}
        html={html}
        scheme={scheme}
        direction={direction === "auto" ? undefined : direction}
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
