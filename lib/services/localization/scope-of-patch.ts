import type { ConsoleScope } from "@/lib/contracts/scopes";

/** What a patch of a streak, challenge or milestone needs: translators may change translations, and nothing else. */
export function scopeOfPatch({ patch }: { patch: unknown }): ConsoleScope {
  const fields = typeof patch === "object" && patch !== null ? Object.keys(patch) : [];
  return fields.length === 1 && fields[0] === "translations" ? "texts:write" : "campaigns:write";
}
