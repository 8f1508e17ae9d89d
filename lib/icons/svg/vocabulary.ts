const words = (text: string) => new Set(text.trim().split(/\s+/));

/** Elements that stay. All others go, with what is in them. */
export const ELEMENTS = words(`
  svg g defs symbol use switch a title desc style
  path rect circle ellipse line polyline polygon text tspan textPath image
  linearGradient radialGradient stop clipPath mask pattern marker
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
  feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
  animate animateMotion animateTransform set mpath
`);

/** Elements that draw something. */
export const DRAWING = words("path rect circle ellipse line polyline polygon text image use");

/** Elements whose text counts. */
export const TEXTUAL = words("text tspan textPath a title desc");

/** Elements that hold text alone: an HTML parser would take what is in them for HTML. */
export const TEXT_ONLY = words("title desc");

/** What can be set by CSS too, and animated. */
const PRESENTATION = `
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
  color-rendering cursor direction display dominant-baseline enable-background fill fill-opacity fill-rule filter
  flood-color flood-opacity font-family font-size font-size-adjust font-stretch font-style font-variant font-weight
  glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation letter-spacing lighting-color marker
  marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events
  shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering transform transform-box
  transform-origin unicode-bidi vector-effect visibility word-spacing writing-mode
`;

const GEOMETRY = `
  amplitude azimuth baseFrequency bias clipPathUnits cx cy d diffuseConstant divisor dx dy edgeMode elevation exponent
  filterUnits fr fx fy gradientTransform gradientUnits height in in2 intercept k1 k2 k3 k4 kernelMatrix
  kernelUnitLength lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits method
  mode numOctaves offset operator order orient pathLength patternContentUnits patternTransform patternUnits points
  pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY result rotate rx ry
  scale seed side slope spacing specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles
  surfaceScale tableValues targetX targetY textLength type values viewBox width x x1 x2 xChannelSelector y y1 y2
  yChannelSelector z
`;

const TIMING = `
  accumulate additive attributeName attributeType begin by calcMode dur end fill from keyPoints keySplines keyTimes max
  min path repeatCount repeatDur restart to
`;

/** What animations may change. */
export const ANIMATED = words(PRESENTATION + GEOMETRY);

/** Attributes that stay, when their value may. `href` and `style` have rules of their own. */
export const ATTRIBUTES = words(
  `${PRESENTATION} ${GEOMETRY} ${TIMING} id class role aria-label aria-hidden aria-labelledby lang
   systemLanguage requiredFeatures requiredExtensions version baseProfile`,
);
