"use client";

import { Tabs as Kit } from "@heroui/react/tabs";
import type { ReactNode } from "react";

export interface TabItem {
  id: string;
  label: string;
  panel: ReactNode;
}

interface TabsProps {
  label: string;
  items: TabItem[];
  selected: string;
  onSelect: (id: string) => void;
}

/** Parts of one page, of which one is in view; each tab has its panel, as screen readers expect. */
export function Tabs({ label, items, selected, onSelect }: TabsProps) {
  return (
    <Kit selectedKey={selected} onSelectionChange={(key) => onSelect(String(key))} variant="secondary">
      <Kit.ListContainer>
        <Kit.List aria-label={label}>
          {items.map((item) => (
            <Kit.Tab key={item.id} id={item.id}>
              {item.label}
              <Kit.Indicator />
            </Kit.Tab>
          ))}
        </Kit.List>
      </Kit.ListContainer>
      {items.map((item) => (
        <Kit.Panel key={item.id} id={item.id} className="pt-4">
          {item.panel}
        </Kit.Panel>
      ))}
    </Kit>
  );
}
