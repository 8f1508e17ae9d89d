import type { Db, Tx } from "@/db/client";
import { findIcons, type IconRow } from "@/db/queries/icons";
import type { Translations } from "@/lib/domain/translations";
import type { ServiceContext } from "@/lib/services/context";
import { type Localized, localize, type Reading, readingIn } from "@/lib/services/localization/localize";
import { NO_ICON, presentIcon, type WireIcon } from "./present-icon";

/** How records are read: in which language, and with which icons, by id. */
export interface RecordReading extends Reading {
  icons: ReadonlyMap<string, IconRow>;
}

interface WithIcon {
  eudIcon: string | null;
  translations: Translations;
}

/** How `rows` are read in a language: fetches the icons that they show in it, in one statement; in none without icons. */
export async function recordReading(
  { scope, program }: Pick<ServiceContext, "scope" | "program">,
  db: Db | Tx,
  rows: readonly WithIcon[],
  languageCode: string | null = null,
): Promise<RecordReading> {
  const reading = readingIn(program, languageCode);
  const ids = rows.filter(hasIcon).flatMap((row) => localize(row, ["eudIcon"], reading).eudIcon ?? []);
  const icons = await findIcons(scope, db, [...new Set(ids)]);
  return { ...reading, icons: new Map(icons.map((icon) => [icon.id, icon])) };
}

function hasIcon({ eudIcon, translations }: WithIcon): boolean {
  return eudIcon !== null || Object.values(translations).some((fields) => fields["eudIcon"] !== undefined);
}

type Shown<Field extends string> = Omit<Localized<Field | "eudIcon">, "eudIcon"> & { eudIcon: WireIcon };

/** A record's texts and icon, field by field in the language that fits the reader best; the default icon without one. */
export function localizeRecord<Field extends string>(
  row: Readonly<Record<Field | "eudIcon", string | null>> & { translations: Translations },
  fields: readonly (Field | "eudIcon")[],
  reading: RecordReading,
): Shown<Field> {
  const { eudIcon, ...texts } = localize<Field | "eudIcon">(row, fields, reading);
  const icon = reading.icons.get(eudIcon ?? "");
  return { ...texts, eudIcon: icon ? presentIcon(icon) : NO_ICON };
}
