"use client";

import { useState } from "react";
import { Button } from "./button";
import { Icon } from "./icon";

interface CopyButtonProps {
  text: string;
  label: string;
  copiedLabel: string;
  /** Takes the focus, as where what had it has just gone. */
  autoFocus?: boolean;
}

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ text, label, copiedLabel, autoFocus = false }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <>
      <Button kind="secondary" size="small" onPress={copy} autoFocus={autoFocus}>
        <Icon name={copied ? "check" : "copy"} />
        {copied ? copiedLabel : label}
      </Button>
      <span role="status" className="sr-only">
        {copied ? copiedLabel : ""}
      </span>
    </>
  );
}
