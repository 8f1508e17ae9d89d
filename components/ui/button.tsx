"use client";

import type { ComponentProps, ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { type ButtonLook, buttonClasses } from "./button-classes";

interface ButtonProps extends ButtonLook, Omit<ComponentProps<typeof AriaButton>, "className" | "isDisabled"> {
  className?: string;
  disabled?: boolean;
  children?: ReactNode;
}

/** A button; of type `button` unless told otherwise, so that none submits a form by accident. */
export function Button({ kind, size, iconOnly, className = "", type = "button", disabled, ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      type={type}
      isDisabled={disabled ?? false}
      className={`${buttonClasses({ kind, size, iconOnly })} ${className}`}
    />
  );
}
