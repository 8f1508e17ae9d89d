const FORMULA = "[=+\\-@＝＋－＠]";
/** Where a spreadsheet that splits by other characters than the file begins a cell, past quotes that it reads away. */
const INNER_BEGINNING = '[;\\t\\r\\n]"*';

const INNER_FORMULA = new RegExp(`(${INNER_BEGINNING})(?=${FORMULA})`, "g");
const DISARMED = new RegExp(`^'(?=${FORMULA})`);
const INNER_DISARMED = new RegExp(`(${INNER_BEGINNING})'(?=${FORMULA})`, "g");

/**
 * Disarms formulas behind separators and line ends in a cell: quoting alone does not keep it one cell in a spreadsheet
 * that splits by `;`, where quotes count only at the beginning of what it takes for a cell.
 */
export function disarmInside(cell: string): string {
  return cell.replace(INNER_FORMULA, "$1'");
}

/** A cell without the quotes that exports put before formulas. */
export function withoutQuotes(cell: string): string {
  return cell.replace(DISARMED, "").replace(INNER_DISARMED, "$1");
}
