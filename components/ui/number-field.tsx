"use client";

import { NumberField as Kit } from "@heroui/react/number-field";
import type { Ref } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { ERROR, type FieldTexts, HINT, LABEL } from "./field";

interface NumberFieldProps extends FieldTexts {
  name?: string;
  /** Null while nothing is typed. */
  value: number | null;
  onChange: (value: number | null) => void;
  onBlur?: () => void;
  min?: number;
  max?: number;
  /** How many digits may follow the decimal sign. */
  fractionDigits?: number;
  disabled?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** A number, typed and shown in the reader's own digits and signs. */
export function NumberField({
  label,
  hint,
  error,
  optionalLabel,
  value,
  onChange,
  min,
  max,
  fractionDigits = 0,
  disabled = false,
  ref,
  ...props
}: NumberFieldProps) {
  return (
    <Kit
      {...props}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      minValue={min}
      maxValue={max}
      formatOptions={{ maximumFractionDigits: fractionDigits }}
      isInvalid={error !== undefined}
      isDisabled={disabled}
      validationBehavior="aria"
      className="flex min-w-0 flex-col gap-1.5"
    >
      <Label className={LABEL}>
        {label}
        {optionalLabel ? <span className="font-normal text-muted text-xs">{optionalLabel}</span> : null}
      </Label>
      <Kit.Group>
        <Kit.DecrementButton />
        <Kit.Input ref={ref} />
        <Kit.IncrementButton />
      </Kit.Group>
      {hint ? (
        <Text slot="description" className={HINT}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={ERROR}>{error}</FieldError>
    </Kit>
  );
}
