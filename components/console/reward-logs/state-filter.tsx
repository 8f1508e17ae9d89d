import { Link } from "@/components/ui/link";

interface StateFilterProps {
  label: string;
  options: { href: string; label: string; current: boolean }[];
}

/** Which rewards to show; every choice is an address of its own. */
export function StateFilter({ label, options }: StateFilterProps) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-1">
        {options.map((option) => (
          <li key={option.href}>
            <Link
              href={option.href}
              aria-current={option.current ? "true" : undefined}
              className="inline-flex h-8 items-center rounded-md border border-transparent px-3 font-medium text-muted hover:bg-surface-hover hover:text-foreground aria-[current=true]:border-border aria-[current=true]:bg-surface aria-[current=true]:text-foreground"
            >
              {option.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
