"use client";

import { ComboBox as Kit } from "@heroui/react/combo-box";
import { ListBox } from "@heroui/react/list-box";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { LABEL } from "./field";
import type { Choice } from "./select";

interface ComboBoxProps {
  label: string;
  /** Leaves the label to screen readers and shows it as a placeholder, as in a bar of filters. */
  bare?: boolean;
  /** What is typed, and what goes with it. */
  text: string;
  onText: (text: string) => void;
  choices: readonly Choice[];
  onChoose: (value: string) => void;
  /** What stands there while nothing goes with what is typed. */
  emptyText: string;
}

/** One of many, found by typing. */
export function ComboBox({ label, bare, text, onText, choices, onChoose, emptyText }: ComboBoxProps) {
  return (
    <Kit
      inputValue={text}
      onInputChange={onText}
      selectedKey={null}
      onSelectionChange={(key) => {
        if (key !== null) onChoose(String(key));
      }}
      items={choices.map((choice) => ({ ...choice, id: choice.value }))}
      menuTrigger="input"
      allowsEmptyCollection
      className={`flex min-w-0 flex-col gap-1.5 ${bare ? "w-full sm:w-56" : "w-full"}`}
    >
      <Label className={bare ? "sr-only" : LABEL}>{label}</Label>
      <Input placeholder={bare ? label : undefined} dir="auto" className="input w-full" />
      <Kit.Popover>
        <ListBox
          className="max-h-72 overflow-y-auto p-1"
          renderEmptyState={() => <div className="px-3 py-4 text-muted text-sm">{emptyText}</div>}
        >
          {choices.map((choice) => (
            <ListBox.Item key={choice.value} id={choice.value} textValue={choice.label}>
              <span className="flex min-w-0 flex-col">
                <bdi className="wrap-anywhere">{choice.label}</bdi>
                {choice.detail ? <bdi className="wrap-anywhere text-muted text-xs">{choice.detail}</bdi> : null}
              </span>
            </ListBox.Item>
          ))}
        </ListBox>
      </Kit.Popover>
    </Kit>
  );
}
