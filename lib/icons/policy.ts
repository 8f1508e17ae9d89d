/** The one policy for icons (DOMAIN 6), read by form, API and service. */
export const ICON_POLICY = {
  /** 100 KB; exactly that many are accepted. */
  maxBytes: 102_400,
  /** Pixels of each side. */
  maxSide: 4096,
  /** Pixels of all frames of an animation together: what it costs to decode it. */
  maxFramePixels: 4 * 4096 * 4096,
  /** Elements of an SVG, how deep they nest, and how many are drawn once references are followed. */
  svg: { maxElements: 10_000, maxDepth: 200, maxDrawn: 20_000 },
} as const;
