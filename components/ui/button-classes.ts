import { buttonVariants } from "@heroui/styles";

const VARIANTS = { primary: "primary", secondary: "outline", quiet: "ghost", danger: "danger" } as const;
const SIZES = { small: "sm", medium: "md" } as const;

export interface ButtonLook {
  kind?: keyof typeof VARIANTS;
  size?: keyof typeof SIZES;
  iconOnly?: boolean;
}

/** The classes of a button, for links that are to look like one. */
export function buttonClasses({ kind = "primary", size = "medium", iconOnly = false }: ButtonLook = {}): string {
  const tone = kind === "quiet" ? "text-muted hover:text-foreground" : kind === "secondary" ? "bg-surface" : "";
  return `${buttonVariants({ variant: VARIANTS[kind], size: SIZES[size], isIconOnly: iconOnly })} ${tone}`;
}
