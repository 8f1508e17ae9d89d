import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanSvg } from "./clean-svg";

const XMLNS = 'xmlns="http://www.w3.org/2000/svg"';
const svg = (inside: string, attributes = "") => `<svg ${XMLNS} ${attributes}>${inside}</svg>`;
const clean = (text: string) => Buffer.from(cleanSvg(Buffer.from(text)).bytes).toString("utf8");
/** What is left of the inside, without the root. */
const inside = (content: string) =>
  clean(svg(`${content}<rect/>`))
    .replace(/^<svg[^>]*>/, "")
    .replace("<rect/></svg>", "");

/** Declarations that refer to so many patterns. */
const refers = (count: number) => Array.from({ length: count }, (_, n) => `fill:url(#p${n})`).join(";");

describe("an SVG", () => {
  it.each([
    ["a script", "<script>alert(1)</script>", ""],
    ["a script in another prefix", `<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>`, ""],
    ["HTML", `<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><p>x</p></body></foreignObject>`, ""],
    ["a handler", `<g onload="alert(1)"/>`, "<g/>"],
    ["a link", `<a href="javascript:alert(1)"><text>t</text></a>`, "<a><text>t</text></a>"],
    ["a picture from elsewhere", `<image href="https://example.com/a.png"/>`, "<image/>"],
    ["a use of another file", `<use href="other.svg#a"/>`, "<use/>"],
    ["a use of itself", `<use href="#a"/>`, `<use href="#a"/>`],
    ["a fill from elsewhere", `<g fill="url(https://example.com/#a)"/>`, "<g/>"],
    ["a fill in disguise", `<g fill="u\\72l(//example.com)"/>`, "<g/>"],
    [
      "a style from elsewhere",
      `<g style="fill:red;filter:url(a.svg#b);color:blue"/>`,
      `<g style="fill:red;color:blue"/>`,
    ],
    ["an import", `<style>@import "a.css"; a{fill:red}</style>`, "<style>a{fill:red}</style>"],
    ["a font", `<style>@font-face{src:url(a)} a>b{fill:red}</style>`, "<style>a&gt;b{fill:red}</style>"],
    ["what follows a string with a line break", `<style>a{b:c}d{e:"\n}f{g:'"}</style>`, "<style>a{b:c}</style>"],
    ["an import behind such a string", `<style>"\n{}@import 'a.css';"{}</style>`, "<style></style>"],
    ["a fetching function in a selector", `<style>a:b(c),image-set('d' 1x){}e{f:g}</style>`, "<style>e{f:g}</style>"],
    ["a rule in a selector", `<style>a @import 'b'{}c[d="@"]{}e{f:g}</style>`, "<style>e{f:g}</style>"],
    ["a rule in a rule", `<style>a{b:c;d{e:f};@media g{h:i}}</style>`, "<style>a{b:c}</style>"],
    ["a selector that holds a block", `<style>a[{b}]{}c{d:e}</style>`, "<style>c{d:e}</style>"],
    ["what follows a bracket that is open", `<style>a{b:c}d[{}e{f:g}</style>`, "<style>a{b:c}</style>"],
    ["what follows an escape", `<style>a{b:c}\\64{e:f}</style>`, "<style>a{b:c}</style>"],
    ["a declaration that is left open", `<g style="a:b;c:(d;e:f"/>`, `<g style="a:b"/>`],
    [
      "an animated link",
      `<a><animate attributeName="href" to="javascript:x"/></a>`,
      `<a><animate attributeName="none" to="javascript:x"/></a>`,
    ],
    ["a base", `<g xml:base="https://example.com/"/>`, "<g/>"],
    ["markup in a title", `<title>a<b>c</b><![CDATA[<script>]]></title>`, "<title>a&lt;script&gt;</title>"],
    ["an editor's data", `<e:view xmlns:e="urn:e" e:x="1"><g/></e:view><g xmlns:e="urn:e" e:x="1"/>`, "<g/>"],
    ["a comment", "<!-- <script> -->", ""],
  ])("is written without %s", (_what, given, left) => {
    expect(inside(given)).toBe(left);
  });

  it.each([
    ["entities", `<!DOCTYPE svg [<!ENTITY a "b">]>${svg("<rect/>")}`],
    ["unclosed elements", `<svg ${XMLNS}><g></svg>`],
    ["no namespace", "<svg><rect/></svg>"],
    ["nothing to see", svg("<script/>")],
    ["201 levels", svg("<g>".repeat(200) + "</g>".repeat(200))],
    ["10,001 elements", svg("<g/>".repeat(10_000))],
    ["another encoding", `<?xml version="1.0" encoding="iso-8859-1"?>${svg("<text>é</text>")}`],
  ])("with %s is refused as unclean", (_what, text) => {
    expect(() => cleanSvg(Buffer.from(text))).toThrow(expect.objectContaining({ code: "icon_unclean" }));
  });

  it.each([
    ["by attributes", (to: string) => `<use href="#${to}"/>`, ""],
    ["by patterns", (to: string) => `<rect fill="url(#${to})"/>`, ""],
    [
      "by a stylesheet",
      (to: string) => `<rect class="${to}"/>`,
      [1, 2, 3, 4, 5].map((n) => `.l${n}{fill:url(#l${n})}`).join(""),
    ],
  ])("that repeats itself without end, %s, is refused", (_how, refer, css) => {
    const levels = [1, 2, 3, 4].map((n) => `<pattern id="l${n}">${refer(`l${n + 1}`).repeat(20)}</pattern>`).join("");
    const bomb = svg(`<style>${css}</style>${levels}<pattern id="l5"><rect/></pattern>${refer("l1")}`);
    expect(() => cleanSvg(Buffer.from(bomb))).toThrow("repeats itself");
  });

  it.each([
    [
      "refers under more than 10,000 names",
      `${Array.from({ length: 101 }, (_, n) => `.a${n}`).join()}{${refers(100)}}`,
    ],
    ["repeats itself by an animation", `@keyframes a{from{${refers(1)}}}`],
  ])("whose stylesheet %s is refused", (_what, css) => {
    const bomb = svg(`<style>${css}</style><pattern id="p0">${"<g/>".repeat(200)}</pattern>${"<rect/>".repeat(100)}`);
    expect(() => cleanSvg(Buffer.from(bomb))).toThrow(expect.objectContaining({ code: "icon_unclean" }));
  });

  it("may say many times in its stylesheets what refers to one thing, or to nothing", () => {
    const rules = (selector: string, id: string) => `${selector}{fill:url(#${id})}`.repeat(3000);
    expect(
      inside(`<style>${rules("g", "p")}${rules("*", "none")}</style><pattern id="p"/>${"<g/>".repeat(5000)}`),
    ).toMatch(/^<style>g\{fill/);
  });

  it("may refer to itself in a circle, which draws nothing", () => {
    expect(clean(svg('<g id="a"><use href="#a"/></g>'))).toContain('<use href="#a"/>');
  });

  it.each([
    ['width="20" height="30px"', 20, 30],
    ['width="1in" height="1pc"', 96, 16],
    ['viewBox="0 0 10 20"', 10, 20],
    ['width="5" viewBox="0,0,10,20"', 5, 10],
    ['width="100%" height="50" viewBox="0 0 10 20"', 25, 50],
    ["", 300, 150],
    ['width="-1" height="x" viewBox="0 0 0 0"', 300, 150],
  ])("with %s is %i × %i pixels", (attributes, width, height) => {
    expect(cleanSvg(Buffer.from(svg("<rect/>", attributes)))).toMatchObject({ width, height });
  });

  it("keeps every text and attribute as it was read, however odd", () => {
    const text = fc.string({ unit: "grapheme" }).filter((value) => !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(value));
    const escaped = (value: string) => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
    fc.assert(
      fc.property(text, text, (content, label) => {
        const once = clean(svg(`<text aria-label="${escaped(label)}">${escaped(content)}</text>`));
        expect(clean(once)).toBe(once);
        expect(once).toContain(
          `>${escaped(content).replaceAll("&quot;", '"').replaceAll(">", "&gt;")}<`.replace("><", "/>"),
        );
      }),
    );
  });

  it("keeps of any stylesheet only what fetches nothing, even read from its middle", () => {
    const pieces = `{ } ( ) [ ] " ' ; : , \n \\ /* */ <!-- --> @ @import @media @supports @keyframes a * # url url(#a) url(//b)
      image-set src not rgb :not -moz-binding 1x`;
    const css = fc
      .array(fc.constantFrom(" ", "\n", ...pieces.split(/\s+/)), { maxLength: 40 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(css, (text) => {
        const once = clean(svg(`<style>${text.replaceAll("<", "&lt;")}</style><rect/>`));
        expect(once).not.toMatch(/@(?!media|supports|keyframes)|\\|(src|image-set|import)\s*\(|url\s*\((?!#a\))/);
        expect(clean(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });
});
