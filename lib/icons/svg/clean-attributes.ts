import { stripRaster } from "@/lib/icons/raster/strip-raster";
import { cleanDeclarations, isSafeValue, referencesIn } from "./clean-css";
import { ANIMATED, ATTRIBUTES } from "./vocabulary";

export const XLINK = "http://www.w3.org/1999/xlink";
const XML = "http://www.w3.org/XML/1998/namespace";

export interface Attribute {
  uri: string;
  local: string;
  value: string;
}

const REFERENCE = /^#[^\s"'()\\<>]+$/;
const EMBEDDED = /^data:(image\/(?:png|jpeg|gif));base64,([\sA-Za-z0-9+/=]+)$/;
/** Elements whose reference is a picture of its own. */
const PICTURES = new Set(["image", "feImage"]);
const ANIMATIONS = new Set(["animate", "animateMotion", "animateTransform", "set"]);
/** Elements that refer to nothing by themselves; a link would lead out of the image. */
const WITHOUT_REFERENCE = new Set(["a", "svg", "g", "style"]);

/** The attributes of an element that stay, by the name under which they are written. */
export function cleanAttributes(element: string, given: readonly Attribute[]): Map<string, string> {
  const kept = new Map<string, string>();
  for (const attribute of given) {
    const value = cleanValue(element, attribute);
    if (value !== null) kept.set(nameOf(attribute), value);
  }
  // An animation of nothing that may be animated would fall back to another target.
  if (ANIMATIONS.has(element) && element !== "animateMotion" && !ANIMATED.has(kept.get("attributeName") ?? ""))
    kept.set("attributeName", "none");
  return kept;
}

function nameOf({ uri, local }: Attribute): string {
  if (uri === XLINK) return `xlink:${local}`;
  return uri === XML ? `xml:${local}` : local;
}

function cleanValue(element: string, { uri, local, value }: Attribute): string | null {
  if (local === "href" && (uri === "" || uri === XLINK)) return cleanReference(element, value.trim());
  if (uri === XML) return local === "space" || local === "lang" ? value : null;
  if (uri !== "") return null;
  if (local === "style") return cleanDeclarations(value) || null;
  return ATTRIBUTES.has(local) && isSafeValue(value) ? value : null;
}

function cleanReference(element: string, value: string): string | null {
  if (WITHOUT_REFERENCE.has(element)) return null;
  if (REFERENCE.test(value)) return value;
  const [, type, data] = PICTURES.has(element) ? (EMBEDDED.exec(value) ?? []) : [];
  if (!type || !data) return null;
  // The pattern names these three types alone.
  const { bytes } = stripRaster(type as Parameters<typeof stripRaster>[0], Buffer.from(data, "base64"));
  return `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;
}

/** The ids that an element's attributes refer to. */
export function referencesOf(attributes: ReadonlyMap<string, string>): string[] {
  return [...attributes].flatMap(([name, value]) => {
    if (name.endsWith("href")) return value.startsWith("#") ? [value.slice(1)] : [];
    return referencesIn(value);
  });
}
