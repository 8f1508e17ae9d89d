import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cleanIcon } from "./clean-icon";
import { TestBrowser } from "./testing/browser";
import { inParallel } from "./testing/in-parallel";
import { HARMLESS, MODES, observeSvg } from "./testing/observe-svg";

const OUTSIDE = "http://outside.invalid";
const PICTURE = `svg{background-image:image-set('${OUTSIDE}/a.png' 1x)}`;
const WIDTH = 6;

/** Stylesheets that a browser may read otherwise than the cleaner, and that then fetch something. */
const STYLESHEETS = [
  `@import '${OUTSIDE}/a.css';`,
  PICTURE,
  // A line break ends a string, so that what follows is no longer in it.
  `"\n{}@import '${OUTSIDE}/a.css';"{}`,
  `"\n{}${PICTURE}"{}`,
  `a[b="\n]{}${PICTURE}"]{}`,
  `a{b:"\n}${PICTURE}"}`,
  `a{b:"\n;}${PICTURE}";c:d}`,
  `@media "\n{}${PICTURE}"{}`,
  `a{b:'\\\n';}${PICTURE}`,
  `a{b:"/*"}${PICTURE}c{d:"*/"}`,
  // Blocks and brackets that are left open, or closed twice.
  `a[{]}]{}${PICTURE}`,
  `@media all{${PICTURE}`,
  `@media all{a{}}${PICTURE}`,
  PICTURE.slice(0, -2),
  `svg{background-image:url(${OUTSIDE}/a.png`,
  `a{b:url(c'd)}${PICTURE}e{f:'}`,
  // Escapes, comments and the marks of HTML's comments.
  `@\\69mport '${OUTSIDE}/a.css';`,
  `svg{background-image:\\75rl(${OUTSIDE}/a.png)}`,
  `svg{background-image:image-se\\74('${OUTSIDE}/a.png' 1x)}`,
  `/**/@import/**/'${OUTSIDE}/a.css';`,
  `<!-- @import '${OUTSIDE}/a.css'; -->`,
  `<!-- ${PICTURE} -->`,
  `a{}/*"*/${PICTURE}/*"*/`,
  // Rules within rules.
  `svg{&{background-image:image-set('${OUTSIDE}/a.png' 1x)}}`,
  `svg{@media all{background-image:url(${OUTSIDE}/a.png)}}`,
  `@layer b{${PICTURE}}`,
  `@supports (display:block){@media all{${PICTURE}}}`,
  `svg{--b:url(${OUTSIDE}/a.png);background:var(--b)}`,
  `@keyframes b{from,to{background-image:url(${OUTSIDE}/a.png)}}svg{animation:b 9s}`,
].map((css) => css.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));

const XMLNS = 'xmlns="http://www.w3.org/2000/svg"';
const svgs = STYLESHEETS.map((css) =>
  Buffer.from(`<svg ${XMLNS} width="99" height="99"><style>${css}</style><path d="M0 0h9v9z"/></svg>`),
);

describe("a stylesheet that reaches outside", () => {
  const browser = new TestBrowser();
  beforeAll(() => browser.start());
  afterAll(() => browser.stop());

  it.each(["document", "inline"] as const)("does so unguarded, in %s mode", async (mode) => {
    const seen = await inParallel(svgs, WIDTH, (svg) => observeSvg(browser, mode, svg));
    expect(STYLESHEETS.filter((_, position) => seen[position]?.outsideRequests === 0)).toEqual([]);
  });

  it.each(MODES)("as it is stored, does not, in %s mode", async (mode) => {
    const seen = await inParallel(svgs, WIDTH, async (svg) => observeSvg(browser, mode, (await cleanIcon(svg)).bytes));
    expect(seen.map((one, position) => ({ css: STYLESHEETS[position], ...one }))).toEqual(
      STYLESHEETS.map((css) => ({ css, ...HARMLESS })),
    );
  });
});
