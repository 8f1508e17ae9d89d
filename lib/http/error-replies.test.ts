import { describe, expect, it, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { errorReplyAt } from "./error-replies";

const points = errorReplyAt("/v1/points/award");
const bodyOf = (reply: { body: string }) => JSON.parse(reply.body) as Record<string, unknown>;

describe("an error under /v1", () => {
  it("comes in the envelope, with its headers and at least one stable code", () => {
    const limited = new AppError("too_many_requests", { detail: "Wait.", headers: { "retry-after": "3" } });
    const reply = points(limited, "request", () => {});
    expect(reply).toMatchObject({ status: 429, headers: { "retry-after": "3" } });
    const errors = [{ pointer: "", code: "too_many_requests", message: "Wait." }];
    expect(bodyOf(reply)).toEqual({ message: "Wait.", code: 429, status: "error", errors });
  });

  it("says nothing of the inside when it is ours, and is reported", () => {
    const report = vi.fn();
    const failure = new Error("connection to 10.0.0.7 refused");
    const reply = points(failure, "request", report);
    expect(reply.status).toBe(500);
    expect(reply.body).not.toContain("10.0.0.7");
    expect(bodyOf(reply)).toMatchObject({ code: 500, status: "error", errors: [{ code: "internal" }] });
    expect(report).toHaveBeenCalledExactlyOnceWith(failure);
  });

  it("is a problem anywhere else", () => {
    for (const path of ["/schema/streak/record", "/api/loyalty/account_streaks", "/v1"]) {
      const reply = errorReplyAt(path)(new AppError("not_found"), "request", () => {});
      expect(reply.headers["content-type"]).toMatch(/^application\/problem\+json/);
      expect(bodyOf(reply)).toMatchObject({ code: "not_found", status: 404, requestId: "request" });
    }
  });
});
