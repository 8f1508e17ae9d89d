"use client";

import { useEffect, useRef, useState } from "react";
import { Icon } from "./icon";

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

const PAUSE_MS = 150;

/** Searches as one types, a breath after the last key. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const told = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    // Changed from outside, as by Back: what is typed right now comes first.
    if (value !== told.current) setText(value);
    told.current = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const tell = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      told.current = next.trim();
      onChange(next.trim());
    }, PAUSE_MS);
  };
  return (
    <div className="relative min-w-0 flex-1 max-sm:basis-full sm:max-w-xs">
      <Icon name="search" className="pointer-events-none absolute inset-y-0 start-3 my-auto text-muted" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => tell(event.target.value)}
        autoComplete="off"
        dir="auto"
        className="input w-full px-9"
      />
    </div>
  );
}
