interface CheckboxProps {
  label: string;
  /** Leaves the label to screen readers, as in a row of a list. */
  bare?: boolean;
  checked: boolean;
  /** Some of what it stands for is chosen. */
  partly?: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

/** Chosen or not, with its label beside it. */
export function Checkbox({ label, bare, checked, partly = false, onChange, disabled }: CheckboxProps) {
  return (
    <label className="inline-flex min-w-0 cursor-pointer items-center gap-2">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        ref={(input) => {
          if (input) input.indeterminate = partly && !checked;
        }}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 shrink-0 accent-accent"
      />
      <span className={bare ? "sr-only" : ""}>{label}</span>
    </label>
  );
}
