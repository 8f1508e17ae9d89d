import { hasTexts, lockOwnProgram, updateOwnProgram } from "@/db/queries/program-settings";
import { programUpdate } from "@/lib/contracts/program";
import { AppError, invalidField } from "@/lib/errors";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { presentProgram } from "./present-program";

/**
 * Changes the settings of the program. The scope is that of keys, which only owners and admins hold. The default
 * language is locked once there are texts: they are written in it, and would be told to be in another.
 * @throws AppError `forbidden`, `not_found`, `invalid_request`, `locked`
 */
export const updateProgram = mutation(
  { scope: "keys:write", slug: "program", action: "update" },
  async (context, tx, patch: unknown) => {
    const changes = parse(programUpdate, patch);
    const current = await lockOwnProgram(context.scope, tx);
    if (!current) throw new AppError("not_found");
    const { defaultLanguage, languages } = { ...current, ...changes };
    if (!languages.includes(defaultLanguage))
      throw invalidField("/languages", "without_default", `languages must include ${defaultLanguage}, the default one`);
    if (defaultLanguage !== current.defaultLanguage && (await hasTexts(context.scope, tx)))
      throw new AppError("locked", {
        detail: "The default language is the language of texts that are there already.",
        errors: [{ pointer: "/defaultLanguage", code: "locked", message: "is locked by texts that are written in it" }],
      });
    const row = await updateOwnProgram(context.scope, tx, { ...changes, updatedAt: context.now });
    if (!row) throw new AppError("not_found");
    const program = presentProgram(row);
    return { recordId: row.id, before: presentProgram(current), after: program, result: program };
  },
);
