import { expect, it } from "vitest";
import { refusePageBody } from "./page-limits";

it.each([
  ["/", {}, null],
  ["/", { "content-length": "1048576" }, null],
  ["/", { "content-length": "1048577" }, 413],
  ["/", { "transfer-encoding": "chunked" }, 411],
  ["/data/codes?commit=true", { "content-length": "33554432" }, null],
  ["/data/codes?commit=true", { "content-length": "33554433" }, 413],
  ["/data/codes", { "transfer-encoding": "chunked" }, 411],
  ["/data/texts?language=ar", { "content-length": "5000000" }, null],
  ["/data/texts", { "content-length": "5000001" }, 413],
  ["/data/texts/", { "content-length": "5000000" }, 413],
  ["/data/codes/more", { "content-length": "1048577" }, 413],
  ["/?/data/codes", { "content-length": "1048577" }, 413],
])("%s with %j is answered with %s", (url, headers, status) => {
  expect(refusePageBody({ url, headers })).toBe(status);
});
