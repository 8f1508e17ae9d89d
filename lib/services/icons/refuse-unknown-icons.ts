import type { Tx } from "@/db/client";
import { findIcons } from "@/db/queries/icons";
import type { TranslationChanges } from "@/lib/domain/translations";
import { AppError } from "@/lib/errors";
import type { TenantScope } from "@/lib/services/context";

interface GivenIcons {
  eudIcon?: string | null | undefined;
  translations?: TranslationChanges | undefined;
}

/**
 * Checks that every icon that a record is given, for itself or a language, is one of the program.
 * @throws AppError `invalid_request` that points at each that is not
 */
export async function refuseUnknownIcons(scope: TenantScope, tx: Tx, given: GivenIcons): Promise<void> {
  const translated = Object.entries(given.translations ?? {}).map(
    ([language, fields]) => [`/translations/${language}/eudIcon`, fields?.["eudIcon"]] as const,
  );
  const named = [["/eudIcon", given.eudIcon] as const, ...translated].flatMap(([pointer, id]) =>
    id ? [{ pointer, id }] : [],
  );
  const found = new Set((await findIcons(scope, tx, [...new Set(named.map(({ id }) => id))])).map(({ id }) => id));
  const unknown = named.filter(({ id }) => !found.has(id));
  if (unknown.length === 0) return;
  const message = "names no icon of this program: upload it first";
  throw new AppError("invalid_request", {
    detail: `${unknown.map(({ pointer }) => pointer).join(", ")} ${message}.`,
    errors: unknown.map(({ pointer }) => ({ pointer, code: "not_found", message })),
  });
}
