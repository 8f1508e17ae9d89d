/** Functions that fetch nothing; of `url()` only a reference into the same image. */
const FUNCTIONS = new Set(
  `rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix calc min max clamp var env
   matrix matrix3d translate translatex translatey translatez translate3d scale scalex scaley scalez scale3d
   rotate rotatex rotatey rotatez rotate3d skew skewx skewy perspective
   cubic-bezier steps linear blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
   inset circle ellipse polygon path rect`.split(/\s+/),
);

const CALL = /([\w-]*)\s*\(/g;
const OWN_REFERENCE = /url\(\s*(?:"#[^"'()\\\s]+"|'#[^"'()\\\s]+'|#[^"'()\\\s]+)\s*\)/giy;
/** Properties by which old browsers ran code. */
const ACTIVE_PROPERTY = /^\s*(behavior|-moz-binding)\s*:/i;

/** Whether a value fetches nothing, whoever reads it. Escapes could spell anything, so there are none. */
export function isSafeValue(value: string): boolean {
  if (value.includes("\\")) return false;
  for (const match of value.matchAll(CALL)) {
    const name = (match[1] ?? "").toLowerCase();
    if (name === "") continue;
    if (FUNCTIONS.has(name)) continue;
    OWN_REFERENCE.lastIndex = match.index;
    if (name !== "url" || !OWN_REFERENCE.test(value)) return false;
  }
  return true;
}

/** The declarations of a `style` attribute, or of a rule, that are safe. */
export function cleanDeclarations(text: string): string {
  return split(text, ";")
    .filter((declaration) => declaration.trim() !== "" && !/[{}<]/.test(declaration))
    .filter((declaration) => isSafeValue(declaration) && !ACTIVE_PROPERTY.test(declaration))
    .join(";");
}

/** At-rules that hold rules and fetch nothing. */
const GROUPS = /^@(media|supports|keyframes|-webkit-keyframes)\b/i;
const MAX_NESTING = 4;

/** A stylesheet of its safe rules. What cannot be read ends it. */
export function cleanStylesheet(css: string, nesting = 0): string {
  const text = css.replaceAll(/\/\*[\s\S]*?(\*\/|$)/g, " ").replaceAll(/<!--|-->/g, " ");
  let cleaned = "";
  for (let at = 0; at < text.length; ) {
    const end = find(text, at, "{;");
    if (end < 0) break;
    const prelude = text.slice(at, end).trim();
    if (text[end] === ";") {
      // A statement: @import, @charset, @namespace.
      at = end + 1;
      continue;
    }
    const close = find(text, end + 1, "}");
    if (close < 0) break;
    cleaned += cleanRule(prelude, text.slice(end + 1, close), nesting);
    at = close + 1;
  }
  return cleaned;
}

function cleanRule(prelude: string, body: string, nesting: number): string {
  if (/[\\<]/.test(prelude) || /url\s*\(/i.test(prelude)) return "";
  if (!prelude.startsWith("@")) return `${prelude}{${cleanDeclarations(body)}}`;
  if (!GROUPS.test(prelude) || nesting >= MAX_NESTING) return "";
  return `${prelude}{${cleanStylesheet(body, nesting + 1)}}`;
}

/** Where one of `marks` stands outside of strings, brackets and blocks; -1 when nowhere, or when one is left open. */
function find(text: string, from: number, marks: string): number {
  const open: string[] = [];
  for (let at = from; at < text.length; at++) {
    const char = text[at] ?? "";
    if (open.length === 0 && marks.includes(char)) return at;
    if (char === '"' || char === "'") {
      at = text.indexOf(char, at + 1);
      if (at < 0) return -1;
    } else if (char === "\\") return -1;
    else if (char === "(" || char === "{") open.push(char === "(" ? ")" : "}");
    else if (char === ")" || char === "}") {
      if (open.pop() !== char) return -1;
    }
  }
  return -1;
}

function split(text: string, mark: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let end = find(text, from, mark); end >= 0; end = find(text, from, mark)) {
    parts.push(text.slice(from, end));
    from = end + 1;
  }
  return [...parts, text.slice(from)];
}
