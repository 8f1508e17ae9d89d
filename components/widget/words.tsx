/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import type { WidgetText } from "@/lib/contracts/widget";
import { marks, type Reading } from "./reading";

/** A marketer's text inside of a line of the widget's own. */
export function Words({ text, reading }: { text: WidgetText; reading: Reading }) {
  return <bdi {...marks(text, reading)}>{text.text}</bdi>;
}

/** A marketer's text as a paragraph, with its lines; an empty one is none. */
export function Paragraph({
  text,
  reading,
  className,
}: {
  text: WidgetText | null;
  reading: Reading;
  className: string;
}) {
  if (!text?.text) return null;
  return (
    <p class={`${className} lines`} {...marks(text, reading)}>
      {text.text}
    </p>
  );
}

/** Stands for an element in a message, which knows only text; no message and no locale has it. */
export const SLOT = "\uFFFC";

/** A message with an element where its `SLOT` is. */
export function Filled({ message, children }: { message: string; children: ComponentChildren }) {
  const [before = "", after = ""] = message.split(SLOT);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}
