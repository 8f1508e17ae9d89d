import { expect, it, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { problemReply } from "./problem";

it("an error that nobody threw on purpose says nothing of the inside, and is reported", () => {
  const error = new Error('insert into "member" failed for ada@example.com');
  const report = vi.fn();
  const { status, headers, body } = problemReply(error, "request-1", report);
  expect(status).toBe(500);
  expect(headers["content-type"]).toBe("application/problem+json; charset=utf-8");
  expect(JSON.parse(body)).toEqual({
    type: "about:blank",
    title: "Internal error",
    status: 500,
    detail: "Something went wrong on our side. Ask the operator, naming the requestId.",
    code: "internal",
    requestId: "request-1",
    errors: [],
  });
  expect(report).toHaveBeenCalledExactlyOnceWith(error);
});

it("an error on purpose is told in full, and is nobody's fault", () => {
  const report = vi.fn();
  const errors = [{ pointer: "/name", code: "required", message: "is required" }];
  const { status, body } = problemReply(new AppError("invalid_request", { detail: "No.", errors }), "r", report);
  expect([status, JSON.parse(body)]).toMatchObject([400, { title: "Bad request", detail: "No.", errors }]);
  expect(report).not.toHaveBeenCalled();
});
