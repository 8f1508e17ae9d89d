import { expect, it } from "vitest";
import { refusePageBody } from "./page-limits";

it.each([
  [{}, null],
  [{ "content-length": "1048576" }, null],
  [{ "content-length": "1048577" }, 413],
  [{ "transfer-encoding": "chunked" }, 411],
])("%j is answered with %s", (headers, status) => {
  expect(refusePageBody({ headers, url: "/streaks" })).toBe(status);
});

it("lets files of texts be as long as they may be", () => {
  const refused = (length: number, url: string) =>
    refusePageBody({ headers: { "content-length": String(length) }, url });
  expect(refused(5_000_000, "/data/texts?language=ar")).toBeNull();
  expect(refused(5_000_001, "/data/texts")).toBe(413);
  expect(refused(5_000_000, "/data/texts/")).toBe(413);
});
