import { useTranslations } from "next-intl";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { STATUSES, type Status } from "@/lib/domain/record";

interface StatusFilterProps {
  label: string;
  /** Null: all of them. */
  value: Status | null;
  onChange: (value: Status | null) => void;
}

/** Which records of a list are shown, by their status. */
export function StatusFilter({ label, value, onChange }: StatusFilterProps) {
  const t = useTranslations("lists");
  const tStatuses = useTranslations("statuses");
  return (
    <SegmentedControl<Status | "all">
      label={label}
      value={value ?? "all"}
      onChange={(chosen) => onChange(chosen === "all" ? null : chosen)}
      choices={[
        { value: "all", label: t("all") },
        ...STATUSES.map((status) => ({ value: status, label: tStatuses(status) })),
      ]}
    />
  );
}
