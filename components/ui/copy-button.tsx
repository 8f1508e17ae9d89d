"use client";

import { useState } from "react";
import { Button } from "./button";
import { Icon } from "./icon";

interface CopyButtonProps {
  text: string;
  label: string;
  copiedLabel: string;
}

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ text, label, copiedLabel }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <Button kind="secondary" size="small" onPress={copy}>
      <Icon name={copied ? "check" : "copy"} />
      <span role="status">{copied ? copiedLabel : label}</span>
    </Button>
  );
}
