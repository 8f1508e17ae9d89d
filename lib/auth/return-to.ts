const BASE = "http://milepost.invalid";

/** The address to go to after sign-in: a path of the console itself. Anything that could lead elsewhere becomes `/`. */
export function safeReturnTo(value: string | null | undefined): string {
  if (!value?.startsWith("/") || value.includes("\\")) return "/";
  const url = URL.parse(value, BASE);
  // `/.//host` parses to the path `//host`, which a browser would take for another site.
  return url?.origin === BASE && !url.pathname.startsWith("//") ? url.pathname + url.search : "/";
}
