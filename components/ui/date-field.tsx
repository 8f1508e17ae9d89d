"use client";

import { DateField as Kit } from "@heroui/react/date-field";
import { fromAbsolute, parseAbsolute, type ZonedDateTime } from "@internationalized/date";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { ERROR, type FieldTexts, HINT, LABEL } from "./field";

/** Node and browsers do not agree on where it stands, and hydration wants the same text of both. */
const NARROW_SPACE = "\u202f";

interface DateFieldProps extends FieldTexts {
  /** ISO 8601 in UTC, or null. */
  value: string | null;
  onChange: (value: string | null) => void;
  onBlur?: () => void;
  /** The zone in which the reader thinks; it is shown in the field. */
  timeZone: string;
  disabled?: boolean;
  /** In a window that is opened for nothing else. */
  autoFocus?: boolean;
}

/** A date and time in a zone that the field names. */
export function DateField(props: DateFieldProps) {
  const {
    label,
    hint,
    error,
    optionalLabel,
    value,
    onChange,
    onBlur,
    timeZone,
    disabled = false,
    autoFocus = false,
  } = props;
  return (
    <Kit
      value={value === null ? null : parseAbsolute(value, timeZone)}
      placeholderValue={fromAbsolute(0, timeZone).set({ year: new Date().getUTCFullYear(), hour: 0, minute: 0 })}
      onChange={(next: ZonedDateTime | null) => onChange(next === null ? null : next.toAbsoluteString())}
      onBlur={onBlur}
      granularity="minute"
      autoFocus={autoFocus}
      isInvalid={error !== undefined}
      isDisabled={disabled}
      validationBehavior="aria"
      className="flex min-w-0 flex-col gap-1.5"
    >
      <Label className={LABEL}>
        {label}
        {optionalLabel ? <span className="font-normal text-muted text-xs">{optionalLabel}</span> : null}
      </Label>
      <Kit.Group className="h-auto min-h-9 w-full">
        <Kit.Input className="flex-wrap">
          {(segment) => <Kit.Segment segment={{ ...segment, text: segment.text.replaceAll(NARROW_SPACE, " ") }} />}
        </Kit.Input>
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
