import type { SaxesTagNS } from "saxes";
import { ICON_POLICY } from "@/lib/icons/policy";
import { unclean } from "@/lib/icons/refusals";
import { cleanAttributes, referencesOf, XLINK } from "./clean-attributes";
import { cleanStylesheet } from "./clean-css";
import { type Drawn, measureDrawing } from "./measure-drawing";
import { StyleReferences } from "./style-references";
import { DRAWING, ELEMENTS, TEXT_ONLY, TEXTUAL } from "./vocabulary";

const SVG = "http://www.w3.org/2000/svg";

interface Written extends Drawn {
  name: string;
  attributes: ReadonlyMap<string, string>;
}

interface Open {
  name: string;
  drawn: Written;
  /** Which of the written parts is its start. */
  part: number;
}

/**
 * Takes in the elements of an SVG in order and writes those that may stay, under names and with attributes that it
 * knows. Whatever it writes is escaped by itself, so nothing of the original's form reaches a reader.
 */
export class SvgWriter {
  readonly #parts: string[] = [];
  readonly #open: Open[] = [];
  readonly #elements: Written[] = [];
  readonly #styles = new StyleReferences();
  #attributes: ReadonlyMap<string, string> = new Map();
  /** How many elements are open in one that goes. */
  #dropped = 0;
  #hasDropped = false;
  #draws = false;
  #css = "";

  open(tag: SaxesTagNS): void {
    const parent = this.#open.at(-1);
    if (!parent && tag.uri !== SVG) throw unclean(`must say xmlns="${SVG}" in its svg element.`);
    const stays = tag.uri === SVG && ELEMENTS.has(tag.local) && !(parent && holdsTextAlone(parent.name));
    if (this.#dropped > 0 || !stays) {
      this.#dropped++;
      this.#hasDropped = true;
      return;
    }
    if (this.#elements.length >= ICON_POLICY.svg.maxElements) throw unclean("has too many elements: simplify it.");
    this.#start(tag);
  }

  #start({ local: name, attributes: given }: SaxesTagNS): void {
    const attributes = cleanAttributes(name, Object.values(given));
    const root = this.#elements.length === 0;
    if (root) this.#attributes = attributes;
    const references = [referencesOf(attributes)];
    const drawn = { name, attributes, id: attributes.get("id") ?? null, references, end: 0 };
    this.#elements.push(drawn);
    this.#open.push({ name, drawn, part: this.#parts.length });
    this.#draws ||= DRAWING.has(name);
    const namespaces = root ? ` xmlns="${SVG}" xmlns:xlink="${XLINK}"` : "";
    const written = [...attributes].map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join("");
    this.#parts.push(`<${name}${namespaces}${written}>`);
  }

  text(content: string): void {
    const name = this.#open.at(-1)?.name ?? "";
    if (this.#dropped > 0) return;
    if (name === "style") this.#css += content;
    else if (TEXTUAL.has(name)) this.#parts.push(escapeText(content));
  }

  close(): void {
    if (this.#dropped > 0) {
      this.#dropped--;
      return;
    }
    const closed = this.#open.pop();
    if (!closed) return;
    if (closed.name === "style") this.#closeStyle();
    closed.drawn.end = this.#elements.length;
    if (this.#parts.length > closed.part + 1) this.#parts.push(`</${closed.name}>`);
    else this.#parts.push(`${this.#parts.pop()?.slice(0, -1)}/>`);
  }

  #closeStyle(): void {
    const { css, referring } = cleanStylesheet(this.#css);
    this.#parts.push(escapeText(css));
    const { maxStyled } = ICON_POLICY.svg;
    for (const rule of referring) this.#styles.add(rule, maxStyled);
    if (this.#styles.size > maxStyled)
      throw unclean("refers to too much in its styles: set it on the elements instead.");
    this.#css = "";
  }

  /** Stylesheets refer too, to the cost of whatever they apply to. */
  #withStyles({ name, attributes, id, references, end }: Written): Drawn {
    return { id, end, references: [...references, ...this.#styles.of(name, attributes)] };
  }

  /** @throws AppError `icon_unclean` when nothing is left to see, or when drawing it would take for ever */
  finish(): { attributes: ReadonlyMap<string, string>; text: string } {
    if (this.#hasDropped && !this.#draws) throw unclean("draws nothing once what it may not hold is taken out.");
    const { maxDrawn } = ICON_POLICY.svg;
    if (
      measureDrawing(
        this.#elements.map((element) => this.#withStyles(element)),
        maxDrawn,
      ) > maxDrawn
    )
      throw unclean("repeats itself too often by references: draw what it repeats.");
    return { attributes: this.#attributes, text: this.#parts.join("") };
  }
}

function holdsTextAlone(name: string): boolean {
  return TEXT_ONLY.has(name) || name === "style";
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Line ends and tabs too, which a reader would make spaces of. */
function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', "&quot;")
    .replaceAll(/[\t\n\r]/g, (char) => `&#${char.codePointAt(0)};`);
}
