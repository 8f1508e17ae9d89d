import { expect, it } from "vitest";
import { refusePageBody } from "./page-limits";

it.each([
  [{}, null],
  [{ "content-length": "1048576" }, null],
  [{ "content-length": "1048577" }, 413],
  [{ "transfer-encoding": "chunked" }, 411],
])("%j is answered with %s", (headers, status) => {
  expect(refusePageBody({ headers })).toBe(status);
});
