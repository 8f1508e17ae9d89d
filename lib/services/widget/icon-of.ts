import type { WidgetIconData } from "@/db/queries/widget";
import type { WidgetIcon } from "@/lib/contracts/widget";
import { iconFileName } from "@/lib/domain/icon";

/** The icon that a localized record names; null where it names none, and the widget draws its own. */
export function iconOf(id: string | null, icons: readonly WidgetIconData[]): WidgetIcon | null {
  const icon = id === null ? undefined : icons.find((known) => known.id === id);
  if (!icon) return null;
  return { url: `/icons/${icon.programId}/${iconFileName(icon)}`, width: icon.width, height: icon.height };
}
