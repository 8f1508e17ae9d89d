"use client";

import { ListBox } from "@heroui/react/list-box";
import { Select as Kit } from "@heroui/react/select";
import type { Ref } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { ERROR, type FieldTexts, HINT, LABEL } from "./field";

export interface Choice<Value extends string = string> {
  value: Value;
  label: string;
  detail?: string;
}

interface SelectProps<Value extends string> extends FieldTexts {
  value: Value | null;
  onChange: (value: Value) => void;
  onBlur?: () => void;
  choices: readonly Choice<Value>[];
  placeholder?: string;
  disabled?: boolean;
  /** Leaves the label to screen readers, as in a bar of filters. */
  bare?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** One of a few values, by keyboard, typing ahead or pointer. */
export function Select<Value extends string>({
  label,
  hint,
  error,
  optionalLabel,
  value,
  onChange,
  onBlur,
  choices,
  placeholder,
  disabled = false,
  bare = false,
  ref,
}: SelectProps<Value>) {
  return (
    <Kit
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = choices.find((choice) => choice.value === key);
        if (chosen) onChange(chosen.value);
      }}
      onBlur={onBlur}
      placeholder={placeholder}
      isInvalid={error !== undefined}
      isDisabled={disabled}
      validationBehavior="aria"
      className={`flex min-w-0 flex-col gap-1.5 ${bare ? "w-auto" : "w-full"}`}
    >
      <Label className={bare ? "sr-only" : LABEL}>
        {label}
        {optionalLabel ? <span className="font-normal text-muted text-xs">{optionalLabel}</span> : null}
      </Label>
      <Kit.Trigger ref={ref}>
        <Kit.Value />
        <Kit.Indicator />
      </Kit.Trigger>
      {hint ? (
        <Text slot="description" className={HINT}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={ERROR}>{error}</FieldError>
      <Kit.Popover>
        <ListBox className="max-h-72 overflow-y-auto p-1">
          {choices.map((choice) => (
            <ListBox.Item key={choice.value} id={choice.value} textValue={choice.label}>
              <span className="flex min-w-0 flex-col">
                <span>{choice.label}</span>
                {choice.detail ? <span className="text-muted text-xs">{choice.detail}</span> : null}
              </span>
              <ListBox.ItemIndicator />
            </ListBox.Item>
          ))}
        </ListBox>
      </Kit.Popover>
    </Kit>
  );
}
