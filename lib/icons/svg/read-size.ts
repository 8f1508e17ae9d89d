const PIXELS: Record<string, number> = {
  "": 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  em: 16,
  rem: 16,
  ex: 8,
};
/** There is one way to read each text, so that a long one takes no longer than it is. */
const LENGTH = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)\s*([a-z]*)$/i;
/** What browsers take for an image that says nothing of its size. */
const [DEFAULT_WIDTH, DEFAULT_HEIGHT] = [300, 150];

/** The size of an SVG in CSS pixels, rounded up: its own, else that of its view box, else what browsers take. */
export function readSize(attributes: ReadonlyMap<string, string>): { width: number; height: number } {
  const [width, height] = [lengthOf(attributes.get("width")), lengthOf(attributes.get("height"))];
  const box = (attributes.get("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [boxWidth = 0, boxHeight = 0] = box.length === 4 && box.every(Number.isFinite) ? box.slice(2) : [];
  const ratio = boxWidth > 0 && boxHeight > 0 ? boxWidth / boxHeight : null;
  if (width !== null && height !== null) return rounded(width, height);
  if (ratio === null) return rounded(width ?? DEFAULT_WIDTH, height ?? DEFAULT_HEIGHT);
  if (width !== null) return rounded(width, width / ratio);
  return height === null ? rounded(boxWidth, boxHeight) : rounded(height * ratio, height);
}

function rounded(width: number, height: number) {
  return { width: Math.max(1, Math.ceil(width)), height: Math.max(1, Math.ceil(height)) };
}

/** A length in CSS pixels; null for a percentage, which depends on where the image stands, or for none. */
function lengthOf(text: string | undefined): number | null {
  const [, number, unit] = LENGTH.exec((text ?? "").trim()) ?? [];
  const scale = PIXELS[(unit ?? "").toLowerCase()];
  return number === undefined || scale === undefined || Number(number) <= 0 ? null : Number(number) * scale;
}
