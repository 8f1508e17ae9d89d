"use client";

import { useId } from "react";
import { ERROR, type FieldTexts, fieldAttributes, HINT } from "./field";
import type { Choice } from "./select";

interface CheckboxGroupProps<Value extends string> extends FieldTexts {
  value: readonly Value[];
  onChange: (value: Value[]) => void;
  choices: readonly Choice<Value>[];
  disabled?: boolean;
}

/** Any number of a few values, in the order of the choices. */
export function CheckboxGroup<Value extends string>(props: CheckboxGroupProps<Value>) {
  const { label, hint, error, value, onChange, choices, disabled } = props;
  const id = useId();
  const toggle = (changed: Value, on: boolean) =>
    onChange(choices.map((choice) => choice.value).filter((item) => (item === changed ? on : value.includes(item))));
  return (
    <fieldset {...fieldAttributes(id, { hint, error })} disabled={disabled} className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium text-sm">{label}</legend>
      {hint ? (
        <p id={`${id}-hint`} className={HINT}>
          {hint}
        </p>
      ) : null}
      <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
        {choices.map((choice) => (
          <label key={choice.value} className="flex min-w-0 cursor-pointer items-start gap-2">
            <input
              type="checkbox"
              checked={value.includes(choice.value)}
              onChange={(event) => toggle(choice.value, event.target.checked)}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span className="flex min-w-0 flex-col">
              <span className="wrap-anywhere">{choice.label}</span>
              {choice.detail ? <span className="text-muted text-xs">{choice.detail}</span> : null}
            </span>
          </label>
        ))}
      </div>
      {error ? (
        <p id={`${id}-error`} className={ERROR}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
