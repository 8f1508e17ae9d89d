"use client";

import { type CSSProperties, useEffect, useRef, useState } from "react";

interface WidgetDocumentProps {
  title: string;
  html: string;
  scheme: "light" | "dark";
  /** By the document's own language when it is not given. */
  direction?: "ltr" | "rtl" | undefined;
  className: string;
  style?: CSSProperties;
}

/**
 * The widget's document in a frame without scripts. A new one takes the place of the last within the same page, so that
 * nothing flashes and the reader stays where they scrolled to.
 */
export function WidgetDocument({ title, html, scheme, direction, className, style }: WidgetDocumentProps) {
  const [first] = useState(html);
  const [loaded, setLoaded] = useState(false);
  const frame = useRef<HTMLIFrameElement>(null);

  // One that came with the page may have loaded before anybody listened.
  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (page?.URL === "about:srcdoc" && page.readyState === "complete") setLoaded(true);
  }, []);

  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (!loaded || !page) return;
    const top = page.documentElement.scrollTop;
    const next = new DOMParser().parseFromString(html, "text/html").documentElement;
    if (direction) next.dir = direction;
    next.style.colorScheme = scheme;
    page.replaceChild(page.adoptNode(next), page.documentElement);
    next.scrollTop = top;
  }, [loaded, html, direction, scheme]);

  return (
    <iframe
      ref={frame}
      title={title}
      sandbox="allow-same-origin"
      srcDoc={first}
      onLoad={() => setLoaded(true)}
      className={className}
      style={style}
    />
  );
}
