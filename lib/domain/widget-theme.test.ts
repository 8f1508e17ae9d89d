import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrastProblems, contrastRatio, DEFAULT_PALETTES, SOFT_SHARE, THEME_COLORS } from "./widget-theme";

describe("contrastRatio", () => {
  it.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    // Examples that every checker of WCAG agrees on.
    ["#767676", "#ffffff", 4.54],
    ["#777777", "#ffffff", 4.48],
    ["#ff0000", "#ffffff", 4],
  ])("of %s on %s is %d, either way around", (a, b, ratio) => {
    expect(contrastRatio(a, b)).toBeCloseTo(ratio, 2);
    expect(contrastRatio(b, a)).toBe(contrastRatio(a, b));
  });
});

describe("contrastProblems", () => {
  it("finds none in the default theme", () => {
    expect(contrastProblems({})).toEqual([]);
  });

  it("names the pair, the scheme and both ratios", () => {
    expect(contrastProblems({ light: { quiet: "#999999" } })).toContainEqual({
      scheme: "light",
      color: "quiet",
      on: "ground",
      ratio: 2.84,
      least: 4.5,
    });
  });

  it("looks at no scheme that the theme never shows", () => {
    const unreadable = { dark: { ink: "#131118" } };
    expect(contrastProblems({ scheme: "light", ...unreadable })).toEqual([]);
    expect(contrastProblems({ scheme: "dark", ...unreadable }).map(({ on }) => on)).toEqual([
      "ground",
      "card",
      "softAccent",
    ]);
    expect(contrastProblems(unreadable).every(({ scheme }) => scheme === "dark")).toBe(true);
  });

  it("reads text on the ground of the guest's call to sign in, which is mixed of the accent", () => {
    const light = { card: "#ffffff", ink: "#757575", quiet: "#5f5f5f", accent: "#000000" };
    expect(contrastProblems({ scheme: "light", light }).map(({ color, on }) => [color, on])).toEqual([
      ["ink", "softAccent"],
    ]);
  });

  it("reads a colour on the soft ground that the style sheet mixes of it", () => {
    const grounds = contrastProblems({ light: { good: "#237b57" } }).map(({ on }) => on);
    expect(grounds).toEqual(["softGood"]);
  });
});

it("the style sheet's defaults are the theme's", () => {
  const css = readFileSync("components/widget/widget.css", "utf8");
  for (const color of THEME_COLORS) {
    const name = color.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
    const { light, dark } = DEFAULT_PALETTES;
    expect(css).toContain(`--mp-${name}: light-dark(${light[color]}, ${dark[color]});`);
  }
  expect(css).toContain(`${SOFT_SHARE * 100}%, var(--mp-card))`);
});
