import { expect, it } from "vitest";
import { RateWindow } from "./rate-limit";

const AT = Date.parse("2026-04-10T12:00:15Z");

it("counts each caller by itself, until the minute is over", () => {
  const window = new RateWindow();
  const take = (caller: string, now = AT) => window.take(caller, 2, now);
  expect(take("a")).toEqual({ limit: 2, remaining: 1, resetSeconds: 45, exceeded: false });
  expect(take("a")).toEqual({ limit: 2, remaining: 0, resetSeconds: 45, exceeded: false });
  expect(take("a", AT + 44_999)).toEqual({ limit: 2, remaining: 0, resetSeconds: 1, exceeded: true });
  expect(take("b")).toMatchObject({ remaining: 1, exceeded: false });
  expect(take("a", AT + 45_000)).toEqual({ limit: 2, remaining: 1, resetSeconds: 60, exceeded: false });
});
