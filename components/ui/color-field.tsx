import { type ReactNode, type Ref, useId } from "react";
import { Field, fieldAttributes } from "./field";

interface ColorFieldProps {
  label: string;
  /** Names the swatch, which opens the browser's own choice of colours. */
  pickLabel: string;
  name?: string;
  /** `#rrggbb`, or empty for the fallback. */
  value: string;
  fallback: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  error?: string | undefined;
  /** Behind the field, such as a way back to the fallback. */
  action?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

const COLOR = /^#[0-9a-f]{6}$/i;

/** A colour: typed, or picked by its swatch. */
export function ColorField(props: ColorFieldProps) {
  const { label, pickLabel, name, value, fallback, onChange, onBlur, error, action, ref } = props;
  const id = useId();
  return (
    <Field id={id} label={label} error={error}>
      <div className="flex min-w-0 items-center gap-2">
        <input
          type="color"
          aria-label={pickLabel}
          value={COLOR.test(value) ? value : fallback}
          onChange={(event) => onChange(event.target.value)}
          className="h-9 w-10 shrink-0 cursor-pointer rounded-md border border-border bg-surface p-1"
        />
        <input
          {...fieldAttributes(id, { error })}
          ref={ref}
          name={name}
          value={value}
          placeholder={fallback}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          className="input w-full min-w-0 font-mono text-xs aria-invalid:border-danger"
        />
        {action}
      </div>
    </Field>
  );
}
