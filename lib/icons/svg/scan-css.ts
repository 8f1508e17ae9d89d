const CLOSED_BY: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
const CLOSERS = ")]}";

/**
 * Where one of `marks` stands outside of strings, brackets and blocks, or the end of the text. Null when a browser may
 * read it otherwise: something is left open or closed twice, a string holds a line break, a name is escaped.
 */
export function findMark(text: string, from: number, marks: string): number | null {
  const open: string[] = [];
  for (let at = from; at < text.length; at++) {
    const char = text[at] ?? "";
    if (open.length === 0 && marks.includes(char)) return at;
    const closer = CLOSED_BY[char];
    if (closer !== undefined) open.push(closer);
    else if (CLOSERS.includes(char)) {
      if (open.pop() !== char) return null;
    } else if (char === '"' || char === "'") {
      const end = endOfString(text, at);
      if (end === null) return null;
      at = end;
    } else if (char === "\\") return null;
  }
  return open.length === 0 ? text.length : null;
}

/** Where a string's closing quote stands; null when it has none, as with a line break in it. */
function endOfString(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at] ?? "";
    if (char === text[start]) return at;
    if (char === "\\") at++;
    else if ("\n\r\f".includes(char)) return null;
  }
  return null;
}

/** The parts of a text between marks, up to where a browser may read it otherwise. */
export function splitAt(text: string, mark: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from <= text.length; ) {
    const end = findMark(text, from, mark);
    if (end === null) break;
    parts.push(text.slice(from, end));
    from = end + 1;
  }
  return parts;
}
