import type { ButtonHTMLAttributes } from "react";

const BASE =
  "inline-flex items-center justify-center gap-2 rounded-md text-sm font-medium whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-60 motion-reduce:transition-none";

const KINDS = {
  primary: "bg-accent text-accent-foreground hover:bg-accent-hover",
  secondary: "border border-border bg-surface text-foreground hover:bg-surface-hover",
  quiet: "text-muted hover:bg-surface-hover hover:text-foreground",
} as const;

const SIZES = { small: "h-8 px-2.5", medium: "h-10 px-4" } as const;

interface Look {
  kind?: keyof typeof KINDS;
  size?: keyof typeof SIZES;
}

/** The classes of a button, for links that are to look like one. */
export function buttonClasses({ kind = "primary", size = "medium" }: Look = {}): string {
  return `${BASE} ${KINDS[kind]} ${SIZES[size]}`;
}

/** A button; of type `button` unless told otherwise, so that none submits a form by accident. */
export function Button({
  kind,
  size,
  className = "",
  type = "button",
  ...props
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button {...props} type={type} className={`${buttonClasses({ kind, size })} ${className}`} />;
}
