import { AppError } from "@/lib/errors";
import type { Operation } from "@/lib/http/operations/operation";

/** Which program a secret belongs to, and what it may do. */
export const whoamiOperation: Operation = {
  method: "GET",
  path: "/api/whoami",
  access: "program",
  maxBytes: null,
  parameters: [],
  run: async ({ actor, program }) => {
    if (actor.kind !== "key") throw new AppError("forbidden", { detail: "Only a secret can ask who it is." });
    const { organizationId, id, mode } = program;
    return { status: 200, body: { organizationId, programId: id, mode, keyId: actor.id, scopes: actor.scopes } };
  },
};
