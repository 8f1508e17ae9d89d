"use client";

import { Dropdown } from "@heroui/react/dropdown";
import { type ReactNode, useTransition } from "react";
import { Header } from "react-aria-components/Header";
import { Icon, type IconName } from "./icon";

export interface MenuAction {
  id: string;
  label: string;
  icon?: IconName;
  detail?: string;
  href?: string;
  onAction?: () => void | Promise<void>;
  danger?: boolean;
  disabled?: boolean;
  /** Marks the one in force, among several to choose from. */
  chosen?: boolean;
  lang?: string;
}

export interface MenuGroup {
  id: string;
  title?: string;
  actions: MenuAction[];
}

interface MenuProps {
  label: string;
  trigger?: ReactNode;
  /** Two letters in place of a trigger's content, drawn by style: they are no words, and no part of the name. */
  initials?: string;
  triggerClassName: string;
  groups: MenuGroup[];
}

/** What a press on the trigger offers; by arrow keys, typing ahead or pointer. */
export function Menu({ label, trigger, initials, triggerClassName, groups }: MenuProps) {
  const [pending, startTransition] = useTransition();
  const actions = groups.flatMap((group) => group.actions);
  const run = (key: unknown) => {
    const action = actions.find(({ id }) => id === key)?.onAction;
    if (action) startTransition(async () => action());
  };
  return (
    <Dropdown>
      <Dropdown.Trigger
        // What is in view has to be part of the name, so that a label is only for a trigger without words.
        aria-label={trigger === undefined ? label : undefined}
        data-initials={initials}
        className={triggerClassName}
        isDisabled={pending}
      >
        {trigger}
        {trigger === undefined ? null : <span className="sr-only">{label}</span>}
      </Dropdown.Trigger>
      <Dropdown.Popover className="min-w-52">
        <Dropdown.Menu aria-label={label} onAction={run}>
          {groups.map((group) => (
            <Dropdown.Section key={group.id} aria-label={group.title ?? label}>
              {group.title ? <Header className="px-2 pt-2 pb-1 text-muted text-xs">{group.title}</Header> : null}
              {group.actions.map((action) => (
                <Dropdown.Item
                  key={action.id}
                  id={action.id}
                  textValue={action.label}
                  href={action.href}
                  isDisabled={action.disabled ?? false}
                  variant={action.danger ? "danger" : "default"}
                >
                  {action.icon ? <Icon name={action.icon} className={action.danger ? "" : "text-muted"} /> : null}
                  <span className="flex min-w-0 flex-1 flex-col" lang={action.lang}>
                    <span className="wrap-anywhere">{action.label}</span>
                    {action.detail ? <span className="text-muted text-xs">{action.detail}</span> : null}
                  </span>
                  {action.chosen ? <Icon name="check" /> : null}
                </Dropdown.Item>
              ))}
            </Dropdown.Section>
          ))}
        </Dropdown.Menu>
      </Dropdown.Popover>
    </Dropdown>
  );
}
