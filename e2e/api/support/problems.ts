import { expect } from "vitest";
import type { Problem, Reply } from "./client";

/** Checks that an answer is a problem as RFC 9457 has it, with this status and code, and points at just these places. */
export function expectProblem(reply: Reply<unknown>, status: number, code: string, ...pointers: string[]): Problem {
  const problem = reply.body as Problem;
  expect({ status: reply.status, code: problem.code }, JSON.stringify(problem)).toEqual({ status, code });
  expect(reply.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  expect(problem).toMatchObject({ status, type: expect.any(String), title: expect.any(String) });
  expect(problem.detail).not.toBe("");
  expect(problem.requestId).toBe(reply.headers.get("x-request-id"));
  if (pointers.length > 0) expect(problem.errors.map(({ pointer }) => pointer).sort()).toEqual(pointers.sort());
  for (const error of problem.errors) expect(error).toEqual(anError);
  return problem;
}

const anError = { pointer: expect.any(String), code: expect.any(String), message: expect.any(String) };
