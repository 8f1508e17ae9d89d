/** The parameter of a console address that says of which program it is. */
export const PROGRAM_PARAMETER = "program";

const BASE = "http://milepost.invalid";

/** The program that an address of the console names, or null for the reader's own live one. */
export function programOfAddress(address: string): string | null {
  return URL.parse(address, BASE)?.searchParams.get(PROGRAM_PARAMETER) ?? null;
}

/** The address with the program in it; one that names a program already, or leads elsewhere, stays as it is. */
export function addressWithProgram(address: string, program: string | null): string {
  if (program === null || !address.startsWith("/") || address.startsWith("//")) return address;
  const url = new URL(address, BASE);
  if (url.searchParams.has(PROGRAM_PARAMETER)) return address;
  const query = url.search === "" ? "?" : `${url.search}&`;
  return `${url.pathname}${query}${PROGRAM_PARAMETER}=${encodeURIComponent(program)}${url.hash}`;
}
