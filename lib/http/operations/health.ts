import { database } from "@/lib/auth/database";
import type { Operation } from "@/lib/http/operations/operation";
import { checkReadiness } from "@/lib/services/health/check-readiness";

export const healthOperations: Operation[] = [
  {
    method: "GET",
    path: "/api/health/live",
    access: "public",
    maxBytes: null,
    parameters: null,
    run: async () => ({ status: 200, body: { status: "live" } }),
  },
  {
    method: "GET",
    path: "/api/health/ready",
    access: "public",
    maxBytes: null,
    parameters: null,
    run: async () => ({ status: 200, body: await checkReadiness((await database()).db) }),
  },
];
