"use client";

import { useEffect, useRef } from "react";

interface DayFieldProps {
  label: string;
  /** As 2026-04-10, or null. */
  value: string | null;
  onChange: (day: string | null) => void;
  min?: string | undefined;
  max?: string | undefined;
}

/** A year that is still being typed is one of antiquity. */
const WHOLE = /^(19|2\d)\d\d-/;

/** A calendar day, as in a bar of filters. */
export function DayField({ label, value, onChange, min, max }: DayFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Changed from outside, as by Back; a field that is half typed is left alone.
    if (input.current && input.current.value !== (value ?? "")) input.current.value = value ?? "";
  }, [value]);
  return (
    <label className="flex min-w-0 items-center gap-2 text-muted text-sm">
      {label}
      <input
        ref={input}
        type="date"
        defaultValue={value ?? ""}
        min={min}
        max={max}
        onChange={({ target }) => {
          if (target.value === "" || WHOLE.test(target.value)) onChange(target.value || null);
        }}
        className="input min-w-0 text-foreground"
      />
    </label>
  );
}
