export interface ProgramOption {
  id: string;
  name: string;
  mode: "live" | "test";
  modeLabel: string;
  switchLabel: string;
}

interface ProgramChoiceProps {
  label: string;
  current: ProgramOption;
  others: ProgramOption[];
  action: (form: FormData) => Promise<void>;
}

/** The program in view, and the others that the user may go to. */
export function ProgramChoice({ label, current, others, action }: ProgramChoiceProps) {
  if (others.length === 0) return <Program {...current} />;
  return (
    <details className="group relative rounded-md border border-border bg-surface open:pb-1">
      <summary className="flex cursor-pointer list-none items-center gap-2 rounded-md px-2.5 py-2 hover:bg-surface-hover [&::-webkit-details-marker]:hidden">
        <span className="sr-only">{label}: </span>
        <Program {...current} />
        <svg
          viewBox="0 0 16 16"
          aria-hidden="true"
          className="ms-auto size-4 shrink-0 text-muted group-open:rotate-180"
        >
          <path d="m4 6 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
        </svg>
      </summary>
      <form action={action} className="flex flex-col px-1">
        {others.map((other) => (
          <button
            key={other.id}
            type="submit"
            name="program"
            value={other.id}
            aria-label={other.switchLabel}
            className="flex min-w-0 items-center gap-2 rounded px-1.5 py-1.5 text-start hover:bg-surface-hover"
          >
            <Program {...other} />
          </button>
        ))}
      </form>
    </details>
  );
}

function Program({ name, mode, modeLabel }: ProgramOption) {
  const look = mode === "live" ? "bg-success-soft text-success" : "bg-warning-soft text-warning";
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span className="truncate font-medium">{name}</span>
      <span className={`shrink-0 rounded px-1.5 py-0.5 font-medium text-xs ${look}`}>{modeLabel}</span>
    </span>
  );
}
