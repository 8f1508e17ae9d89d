import { createParser } from "nuqs/server";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Years that a list can hold; while one is being typed, a field says 0002. */
const DAY = /^(19[7-9]|20\d|21\d)\d-\d{2}-\d{2}$/;

/** The id of a record in an address. */
export const parseAsId = createParser({
  parse: (text) => (UUID.test(text) ? text.toLowerCase() : null),
  serialize: String,
});

/** A calendar day in an address, such as 2026-04-10. */
export const parseAsDay = createParser({
  parse: (text) => (DAY.test(text) && isDay(text) ? text : null),
  serialize: String,
});

/** Date.parse takes the 31st of any month. */
function isDay(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
