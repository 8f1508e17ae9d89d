"use client";

import { Switch as Kit } from "@heroui/react/switch";
import { Text } from "react-aria-components/Text";
import { HINT } from "./field";

interface SwitchProps {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  onBlur?: () => void;
  disabled?: boolean;
}

/** On or off, at once. */
export function Switch({ label, hint, checked, onChange, onBlur, disabled = false }: SwitchProps) {
  return (
    <Kit isSelected={checked} onChange={onChange} onBlur={onBlur} isDisabled={disabled} className="flex flex-col gap-1">
      <Kit.Content>
        <Kit.Control>
          <Kit.Thumb />
        </Kit.Control>
        <span className="font-medium text-sm">{label}</span>
      </Kit.Content>
      {hint ? (
        <Text slot="description" className={HINT}>
          {hint}
        </Text>
      ) : null}
    </Kit>
  );
}
