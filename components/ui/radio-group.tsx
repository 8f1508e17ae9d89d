"use client";

import { useId } from "react";
import type { Choice } from "./select";

interface RadioGroupProps<Value extends string> {
  label: string;
  value: Value | null;
  onChange: (value: Value) => void;
  choices: readonly Choice<Value>[];
}

/** One of a few values, each with room to say what it means. */
export function RadioGroup<Value extends string>({ label, value, onChange, choices }: RadioGroupProps<Value>) {
  const name = useId();
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="flex min-w-0 cursor-pointer items-start gap-2.5 rounded-md border border-transparent px-2.5 py-2 hover:bg-surface-hover has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className="mt-1 size-4 shrink-0 accent-accent"
          />
          <span className="flex min-w-0 flex-col">
            <span className="font-medium">{choice.label}</span>
            {choice.detail ? <span className="text-muted text-xs">{choice.detail}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
