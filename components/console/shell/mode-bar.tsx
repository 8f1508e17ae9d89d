interface ModeBarProps {
  mode: "live" | "test";
  label: string;
}

/** The strip above everything that tells live from test: by colour, and by words where nothing real can happen. */
export function ModeBar({ mode, label }: ModeBarProps) {
  if (mode === "live")
    return (
      <div className="h-1 bg-live">
        <span className="sr-only">{label}</span>
      </div>
    );
  return <p className="bg-test px-4 py-1 text-center font-medium text-test-foreground text-xs">{label}</p>;
}
