import type { ReactNode } from "react";

/** What every field is told, whatever it edits. */
export interface FieldTexts {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Shown beside the label of a field that may stay empty. */
  optionalLabel?: string | undefined;
}

interface FieldProps extends FieldTexts {
  id: string;
  children: ReactNode;
}

export const LABEL = "flex items-baseline justify-between gap-2 font-medium text-sm";
export const HINT = "text-muted text-xs";
export const ERROR = "text-danger text-sm";

/** Label above, hint and error below a native input of this id. */
export function Field({ id, label, hint, error, optionalLabel, children }: FieldProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className={LABEL}>
        {label}
        {optionalLabel ? <span className="font-normal text-muted text-xs">{optionalLabel}</span> : null}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className={HINT}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className={ERROR}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** The attributes by which a native input is tied to its hint and error. */
export function fieldAttributes(id: string, { hint, error }: Pick<FieldTexts, "hint" | "error">) {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { id, "aria-invalid": error ? true : undefined, "aria-describedby": described || undefined };
}
