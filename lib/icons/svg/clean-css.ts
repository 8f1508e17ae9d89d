import { findMark, splitAt } from "./scan-css";

const words = (text: string) => text.trim().split(/\s+/);

/** Functions that fetch nothing; of `url()` only a reference into the same image. */
const FUNCTIONS: ReadonlySet<string> = new Set(
  words(`rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix calc min max clamp var env
   matrix matrix3d translate translatex translatey translatez translate3d scale scalex scaley scalez scale3d
   rotate rotatex rotatey rotatez rotate3d skew skewx skewy perspective
   cubic-bezier steps linear blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
   inset circle ellipse polygon path rect`),
);
/** What else stands before a bracket in selectors and conditions. */
const PRELUDE_FUNCTIONS: ReadonlySet<string> = new Set([
  ...FUNCTIONS,
  ...words(`media supports and or not selector is where has lang dir
   nth-child nth-last-child nth-of-type nth-last-of-type`),
]);

const OWN_REFERENCE = /url\(\s*(?:"#[^"'()\\\s]+"|'#[^"'()\\\s]+'|#[^"'()\\\s]+)\s*\)/iy;
/** Properties by which old browsers ran code. */
const ACTIVE_PROPERTY = /^\s*(behavior|-moz-binding)\s*:/i;

/** Whether a value fetches nothing, whoever reads it. Escapes could spell anything, so there are none. */
export function isSafeValue(value: string, functions = FUNCTIONS): boolean {
  if (value.includes("\\")) return false;
  for (let bracket = value.indexOf("("); bracket >= 0; bracket = value.indexOf("(", bracket + 1)) {
    const start = startOfName(value, bracket);
    const name = value.slice(start, bracket).trim().toLowerCase();
    if (name === "" || functions.has(name)) continue;
    OWN_REFERENCE.lastIndex = start;
    if (name !== "url" || !OWN_REFERENCE.test(value)) return false;
  }
  return true;
}

/** Where the name before a bracket starts. Read backwards: no text is read twice, however long it is. */
function startOfName(value: string, bracket: number): number {
  let at = bracket;
  while (at > 0 && /\s/.test(value[at - 1] ?? "")) at--;
  while (at > 0 && /[\w-]/.test(value[at - 1] ?? "")) at--;
  return at;
}

/** The ids within the image that a value refers to. */
export function referencesIn(value: string): string[] {
  return [...value.matchAll(/url\(\s*["']?#([^"'()\\\s]+)/gi)].flatMap(([, id]) => id ?? []);
}

/** The declarations of a `style` attribute, or of a rule, that are safe. What cannot be read ends them. */
export function cleanDeclarations(text: string): string {
  return splitAt(text, ";")
    .filter((declaration) => declaration.trim() !== "" && !/[{}<@]/.test(declaration))
    .filter((declaration) => isSafeValue(declaration) && !ACTIVE_PROPERTY.test(declaration))
    .join(";");
}

/** A rule that refers to something: to which elements it may apply, and the ids that it names. */
export interface ReferringRule {
  selector: string;
  ids: string[];
}

export interface CleanStylesheet {
  css: string;
  referring: ReferringRule[];
}

/** At-rules that hold rules and fetch nothing. */
const GROUPS = /^@(media|supports|keyframes|-webkit-keyframes)\b/i;
const KEYFRAMES = /^@(-webkit-)?keyframes\b/i;
const MAX_NESTING = 4;

/** A stylesheet of its safe rules. What cannot be read ends it. */
export function cleanStylesheet(css: string): CleanStylesheet {
  const referring: ReferringRule[] = [];
  return { css: cleanRules(css, 0, (rule) => referring.push(rule)), referring };
}

function cleanRules(css: string, nesting: number, onReferring: (rule: ReferringRule) => void): string {
  const text = css.replaceAll(/\/\*[\s\S]*?(\*\/|$)/g, " ").replaceAll(/<!--|-->/g, " ");
  let cleaned = "";
  for (let at = 0; at < text.length; ) {
    const end = findMark(text, at, "{;");
    if (end === null) break;
    if (text[end] !== "{") {
      // A statement: @import, @charset, @namespace.
      at = end + 1;
      continue;
    }
    const close = findMark(text, end + 1, "}");
    if (close === null || close === text.length) break;
    cleaned += cleanRule(text.slice(at, end).trim(), text.slice(end + 1, close), nesting, onReferring);
    at = close + 1;
  }
  return cleaned;
}

function cleanRule(prelude: string, body: string, nesting: number, onReferring: (rule: ReferringRule) => void): string {
  if (!isSafePrelude(prelude)) return "";
  if (!prelude.startsWith("@")) {
    const declarations = cleanDeclarations(body);
    const ids = referencesIn(declarations);
    if (ids.length > 0) onReferring({ selector: prelude, ids });
    return `${prelude}{${declarations}}`;
  }
  if (!GROUPS.test(prelude) || nesting >= MAX_NESTING) return "";
  // Anything may run an animation, whatever its steps are called.
  const within = KEYFRAMES.test(prelude)
    ? ({ ids }: ReferringRule) => onReferring({ selector: "*", ids })
    : onReferring;
  return `${prelude}{${cleanRules(body, nesting + 1, within)}}`;
}

/** Whether what stands before a block is harmless even to a reader that takes it for something else. */
function isSafePrelude(prelude: string): boolean {
  return prelude !== "" && !/[<{};]|.@/s.test(prelude) && isSafeValue(prelude, PRELUDE_FUNCTIONS);
}
