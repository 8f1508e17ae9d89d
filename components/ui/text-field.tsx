import { type ComponentProps, useId } from "react";
import { Field, type FieldTexts, fieldAttributes } from "./field";

const INPUT = "input w-full aria-invalid:border-danger aria-invalid:ring-danger";

interface TextFieldProps extends Omit<ComponentProps<"input">, "id">, FieldTexts {}

/** A labelled input; its hint and its error are read out with it. */
export function TextField({ label, hint, error, optionalLabel, className = "", ...props }: TextFieldProps) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error} optionalLabel={optionalLabel}>
      <input {...props} {...fieldAttributes(id, { hint, error })} className={`${INPUT} ${className}`} />
    </Field>
  );
}

interface TextAreaProps extends Omit<ComponentProps<"textarea">, "id">, FieldTexts {}

/** A labelled input of several lines, which grows with what is typed. */
export function TextArea({ label, hint, error, optionalLabel, className = "", ...props }: TextAreaProps) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error} optionalLabel={optionalLabel}>
      <textarea
        rows={3}
        {...props}
        {...fieldAttributes(id, { hint, error })}
        className={`${INPUT} field-sizing-content max-h-80 min-h-20 resize-y ${className}`}
      />
    </Field>
  );
}
