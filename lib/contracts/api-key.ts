import { z } from "zod";
import { text } from "./fields";
import { SCOPES } from "./scopes";

/** A new key of a program: how people call it, and what it may do. */
export const apiKeyCreate = z.strictObject({
  name: text(256),
  scopes: z
    .array(z.enum(SCOPES))
    .refine((scopes) => scopes.length > 0, { error: "must name at least one", params: { rule: "required" } })
    .transform((scopes) => SCOPES.filter((scope) => scopes.includes(scope))),
});
