/** The one policy for icons (DOMAIN 6), read by form, API and service. */
export const ICON_POLICY = {
  /** 100 KB; exactly that many are accepted. */
  maxBytes: 102_400,
  /** Pixels of each side. */
  maxSide: 4096,
  /** Pixels of all frames of an animation together: no more than one picture may have. */
  maxFramePixels: 4096 * 4096,
  /**
   * Elements of an SVG, how deep they nest, how many are drawn once references are followed, and how often its
   * stylesheets refer to something: once for each name in a selector and each reference in its rule.
   */
  svg: { maxElements: 10_000, maxDepth: 200, maxDrawn: 20_000, maxStyled: 10_000 },
} as const;
